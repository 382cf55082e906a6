import {
  IncidentEvent,
  OnCallService,
} from '@engineering-owner/backstage-plugin-common';
import {
  OnCallWebhooks,
  ReadOptions,
  WebhookRequest,
  WebhookVerdict,
} from '@engineering-owner/backstage-plugin-node';
import { z } from 'zod';
import { service } from '../answers/service';
import { PagerDutyClient } from '../client/PagerDutyClient';
import { PagerDutyError } from '../client/PagerDutyError';
import { readIncidentLog } from '../onCall/readIncidentLog';
import { webhookBody } from './notice';
import { isSigned } from './signature';

/** Verifies an account's webhooks (v3) and reads again what they name. */
export class PagerDutyWebhooks implements OnCallWebhooks {
  readonly #client: PagerDutyClient;
  readonly #secrets: readonly string[];

  constructor(client: PagerDutyClient, secrets: readonly string[]) {
    this.#client = client;
    this.#secrets = secrets;
  }

  receive(request: WebhookRequest): WebhookVerdict {
    const signature = request.header('x-pagerduty-signature');
    if (!signature) {
      return { result: 'refused', reason: 'unsigned' };
    }
    if (!isSigned(signature, request.body, this.#secrets)) {
      return { result: 'refused', reason: 'wrong_signature' };
    }
    const body = webhookBody.safeParse(parseJson(request.body));
    if (!body.success) {
      return { result: 'refused', reason: 'malformed' };
    }
    const deliveryId = request.header('x-webhook-id');
    return {
      result: 'genuine',
      notice: { ...(deliveryId && { deliveryId }), ...body.data },
    };
  }

  readLog(incidentId: string, options: ReadOptions): Promise<IncidentEvent[]> {
    return this.#unlessAbsent(
      readIncidentLog(this.#client, incidentId, options),
    );
  }

  async readServices(
    ids: string[],
    options: ReadOptions,
  ): Promise<OnCallService[]> {
    const found = await Promise.all(
      ids.map(id => this.#unlessAbsent(this.#readService(id, options))),
    );
    return found.flat();
  }

  async #readService(
    id: string,
    options: ReadOptions,
  ): Promise<OnCallService[]> {
    const path = `/services/${encodeURIComponent(id)}`;
    const answer = z
      .object({ service })
      .safeParse(await this.#client.get(path, {}, options.signal));
    if (!answer.success) {
      // Not taken for one that does not exist.
      throw new PagerDutyError(
        `PagerDuty account "${
          this.#client.account.name
        }": GET ${path} answered something that is no service`,
        { failure: 'malformed' },
      );
    }
    return [answer.data.service];
  }

  async #unlessAbsent<T>(read: Promise<T[]>): Promise<T[]> {
    try {
      return await read;
    } catch (error) {
      if (error instanceof PagerDutyError && error.isAbsence) {
        return [];
      }
      throw error;
    }
  }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
