import {
  WebhookRefusal,
  WebhookResponse,
} from '@engineering-owner/backstage-plugin-common';
import { OnCallSource } from '@engineering-owner/backstage-plugin-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Request, Response } from 'express';
import { Clock } from '../../ingest/clock';
import { describeFailure } from '../../ingest/describeFailure';
import { sourceId } from '../../sources/sourceId';
import { DeliveryStore } from './DeliveryStore';
import { readRawBody } from './readRawBody';
import { WebhookCounts } from './WebhookCounts';
import { withinTime } from './withinTime';

/** PagerDuty waits for 5 s in all; both together leave it a second. */
const READ_WITHIN_MS = 2_000;
const STORE_WITHIN_MS = 2_000;

const DAY_MS = 86_400_000;
/** PagerDuty tries for 48 hours. */
const OLDEST_MS = 3 * DAY_MS;
/** Longer than a delivery may be old, so that a repetition is always known. */
export const keptDays = 7;

/** What receiving needs. */
export interface ReceiverOptions {
  clock: Clock;
  logger: LoggerService;
  deliveries: DeliveryStore;
  counts: WebhookCounts;
}

/**
 * What is answered. Senders give a subscription up after a few answers of 4xx,
 * so that what trying again would not change is answered with 200, and what it
 * may change with 429 or 503.
 */
export interface WebhookAnswer {
  status: 200 | 202 | 429 | 503;
  body: WebhookResponse;
}

/** Reads, verifies and keeps one delivery. */
export async function receiveWebhook(
  req: Request,
  res: Response,
  source: OnCallSource,
  options: ReceiverOptions,
): Promise<WebhookAnswer> {
  const { clock, logger, deliveries, counts } = options;
  const id = sourceId(source.source);
  if (!source.webhooks) {
    return { status: 200, body: { result: 'off' } };
  }
  const refuse = (reason: WebhookRefusal): WebhookAnswer => {
    counts.refused(id, reason);
    return refusal(reason);
  };
  const body = await readRawBody(req, res, READ_WITHIN_MS);
  if (!Buffer.isBuffer(body)) {
    return refuse(body);
  }
  const verdict = source.webhooks.receive({
    header: name => req.get(name),
    body,
  });
  if (verdict.result === 'refused') {
    return refuse(verdict.reason);
  }
  const { notice } = verdict;
  const at = clock();
  const oldest = new Date(at.getTime() - OLDEST_MS).toISOString();
  if (notice.occurredAt !== undefined && notice.occurredAt < oldest) {
    return refuse('too_old');
  }
  try {
    const result = await withinTime(
      STORE_WITHIN_MS,
      deliveries.add(id, { notice, body, at }),
    );
    if (result === 'too_slow') {
      return refuse('not_stored');
    }
    return { status: result === 'accepted' ? 202 : 200, body: { result } };
  } catch (error) {
    logger.warn(
      `A webhook of ${id} could not be kept, and its sender is asked to try again: ${describeFailure(
        error,
      )}`,
    );
    return refuse('not_stored');
  }
}

/** The answer to a delivery that is not taken. */
export function refusal(reason: WebhookRefusal): WebhookAnswer {
  return { status: statusOf(reason), body: { result: 'refused', reason } };
}

function statusOf(reason: WebhookRefusal): WebhookAnswer['status'] {
  switch (reason) {
    case 'too_many':
      return 429;
    case 'not_stored':
    case 'too_slow':
      return 503;
    default:
      return 200;
  }
}
