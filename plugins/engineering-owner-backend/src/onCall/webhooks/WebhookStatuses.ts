import {
  webhookSilence,
  WebhookRefusal,
  WebhookStatus,
} from '@engineering-owner/backstage-plugin-common';
import { OnCallSource } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { sourceId } from '../../sources/sourceId';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { CursorStore } from '../store/CursorStore';
import { IncidentStore } from '../store/IncidentStore';
import { DeliveryStore } from './DeliveryStore';
import { WebhookCount, WebhookCounts, WebhookOutcome } from './WebhookCounts';

/** Enough for one that is told of to be among them. */
const MOST_EVENTS = 500;

/** What webhooks of all accounts came to. */
export interface AllWebhooks {
  bySource: Map<string, WebhookStatus>;
  /** By type: those to accounts that are not configured. */
  stray: Map<string, { count: number; lastAt: string }>;
}

/** Tells how the webhooks of accounts are doing, whichever replica took them. */
export class WebhookStatuses {
  readonly #options: {
    clock: Clock;
    registry: SourceRegistry;
    counts: WebhookCounts;
    deliveries: DeliveryStore;
    cursors: CursorStore;
    incidents: IncidentStore;
  };

  constructor(options: {
    clock: Clock;
    registry: SourceRegistry;
    counts: WebhookCounts;
    deliveries: DeliveryStore;
    cursors: CursorStore;
    incidents: IncidentStore;
  }) {
    this.#options = options;
  }

  async list(): Promise<AllWebhooks> {
    const { registry, counts, deliveries } = this.#options;
    const sources = registry.onCallSources();
    const all: AllWebhooks = { bySource: new Map(), stray: new Map() };
    const counted = await counts.list();
    const pending = await deliveries.countPending();
    for (const source of sources) {
      const id = sourceId(source.source);
      all.bySource.set(
        id,
        await this.#statusOf(
          source,
          counted.filter(count => count.sourceId === id),
          pending.get(id) ?? 0,
        ),
      );
    }
    for (const { sourceId: id, outcome, count, lastAt } of counted) {
      if (outcome === 'unknown_account') {
        all.stray.set(id.replace(/:\*$/, ''), { count, lastAt });
      }
    }
    return all;
  }

  async #statusOf(
    source: OnCallSource,
    counts: WebhookCount[],
    pending: number,
  ): Promise<WebhookStatus> {
    const of = (outcome: WebhookOutcome) =>
      counts.find(count => count.outcome === outcome);
    const lastReceivedAt = of('accepted')?.lastAt;
    const silentSince = await this.#silentSince(source, lastReceivedAt);
    const heard = lastReceivedAt ? 'ok' : 'waiting';
    const on = silentSince ? 'silent' : heard;
    return {
      state: source.webhooks ? on : 'off',
      ...(lastReceivedAt && { lastReceivedAt }),
      accepted: of('accepted')?.count ?? 0,
      duplicates: of('duplicate')?.count ?? 0,
      refused: counts.flatMap(({ outcome, count, lastAt }) =>
        isRefusal(outcome) ? [{ reason: outcome, count, lastAt }] : [],
      ),
      pending,
      ...(silentSince && { silentSince }),
    };
  }

  async #silentSince(
    source: OnCallSource,
    lastReceivedAt: string | undefined,
  ): Promise<string | undefined> {
    const { clock, cursors, incidents } = this.#options;
    const id = sourceId(source.source);
    const setUpAt = await cursors.get(id, 'webhooks_on');
    if (!source.webhooks || !setUpAt) {
      return undefined;
    }
    const since =
      lastReceivedAt && lastReceivedAt > setUpAt.toISOString()
        ? lastReceivedAt
        : setUpAt.toISOString();
    const events = await incidents.listEventsSince(id, since, MOST_EVENTS);
    return webhookSilence({
      setUpAt,
      ...(lastReceivedAt && { lastReceivedAt }),
      events,
      now: clock(),
    });
  }
}

function isRefusal(outcome: WebhookOutcome): outcome is WebhookRefusal {
  return !['accepted', 'duplicate', 'unknown_account'].includes(outcome);
}
