import {
  Problem,
  WebhookStatus,
} from '@engineering-owner/backstage-plugin-common';
import { OnCallSource } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { isOlderThan } from '../../ingest/isOlderThan';
import { TaskStatusStore } from '../../ingest/TaskStatusStore';
import { sourceId } from '../../sources/sourceId';
import { CursorStore } from '../store/CursorStore';
import { DeliveryStore } from './DeliveryStore';
import { keptDays } from './receiveWebhook';
import { WebhookProcessor } from './WebhookProcessor';
import { WebhookStatuses } from './WebhookStatuses';

const DAY_MS = 86_400_000;
/** Whoever did not listen for so long cannot call anybody silent about it. */
const DEAF_MS = 10 * 60_000;

/**
 * Takes up deliveries that were not read again, because the account was down or
 * a replica was killed, forgets old ones, and says when a subscription is silent.
 */
export function createWebhooksTask(options: {
  source: OnCallSource;
  clock: Clock;
  cursors: CursorStore;
  deliveries: DeliveryStore;
  taskStatus: Pick<TaskStatusStore, 'get'>;
  processor: WebhookProcessor;
  statuses: WebhookStatuses;
}): IngestTask {
  const { source, clock, cursors, deliveries, processor, statuses } = options;
  const id = sourceId(source.source);
  const name = `onCall.webhooks:${id}`;
  return {
    name,
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const now = clock();
      const { lastSuccessAt } = (await options.taskStatus.get(name)) ?? {};
      if (
        !lastSuccessAt ||
        isOlderThan(new Date(lastSuccessAt), DEAF_MS, now)
      ) {
        await cursors.set(id, 'webhooks_on', now);
      }
      const problems = await processor.run(source, signal);
      await deliveries.prune(id, new Date(now.getTime() - keptDays * DAY_MS));
      const { bySource } = await statuses.list();
      return { problems: [...problems, ...silence(id, bySource.get(id))] };
    },
  };
}

function silence(id: string, status: WebhookStatus | undefined): Problem[] {
  if (!status?.silentSince) {
    return [];
  }
  const { lastReceivedAt, silentSince, refused } = status;
  const heard = lastReceivedAt
    ? `the last one came at ${lastReceivedAt}`
    : 'none has ever come';
  const sinceThen = refused
    .filter(({ lastAt }) => lastAt >= silentSince)
    .map(({ reason }) => reason);
  const why = sinceThen.length
    ? `. Since then some were refused: ${sinceThen.join(', ')}`
    : '';
  return [
    {
      code: 'webhooks_silent',
      severity: 'warning',
      message: `No webhook of ${id} told of what happened at ${silentSince}, which polling found; ${heard}. Incidents show up with the next poll, within a minute or two. The subscription may be disabled, or be for some services only${why}`,
      params: { source: id, silentSince },
    },
  ];
}
