import { WebhookNotice } from '@engineering-owner/backstage-plugin-node';
import { createHash, randomUUID } from 'crypto';
import { Knex } from 'knex';
import { inChunks } from '../../store/inChunks';
import { isKeyText } from '../../store/isKeyText';
import { isPostgres } from '../../store/recordset';
import { addToCount } from './WebhookCounts';

interface DeliveryRow {
  source_id: string;
  delivery_id: string;
  body_hash: string;
  event: string;
  incident_id: string | null;
  service_id: string | null;
  received_at: string;
  done_at: string | null;
  claim: string | null;
  claimed_at: string | null;
}

/** A delivery that is to be read again. */
export interface StoredDelivery {
  deliveryId: string;
  receivedAt: string;
  incidentId?: string;
  serviceId?: string;
}

/**
 * Longer than a run may take: what is claimed for longer was left by a process
 * that died.
 */
const CLAIM_HOLDS_MS = 60_000;

/** Genuine webhooks of every account, until they are forgotten. */
export class DeliveryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Keeps a delivery, once: it is known by its id and by its body, since only
   * the body is signed. Counts what became of it.
   */
  async add(
    sourceId: string,
    { notice, body, at }: { notice: WebhookNotice; body: Uint8Array; at: Date },
  ): Promise<'accepted' | 'duplicate'> {
    const { deliveryId, event, incidentId, serviceId } = notice;
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const named = incidentId ?? serviceId;
    return this.#knex.transaction(async trx => {
      const added = await trx<DeliveryRow>('webhook_deliveries')
        .insert({
          source_id: sourceId,
          delivery_id:
            deliveryId && isKeyText(deliveryId) ? deliveryId : bodyHash,
          body_hash: bodyHash,
          event,
          incident_id: incidentId ?? null,
          service_id: serviceId ?? null,
          received_at: at.toISOString(),
          done_at: named === undefined ? at.toISOString() : null,
        })
        .onConflict()
        .ignore()
        .returning('delivery_id');
      const outcome = added.length > 0 ? 'accepted' : 'duplicate';
      await addToCount(trx, { sourceId, outcome, added: 1, at });
      return outcome;
    });
  }

  /**
   * Takes deliveries that nobody is reading, the oldest first; no two runs of
   * any replica get the same.
   */
  async claim(
    sourceId: string,
    { now, most }: { now: Date; most: number },
  ): Promise<StoredDelivery[]> {
    const claim = randomUUID();
    const leftBefore = new Date(now.getTime() - CLAIM_HOLDS_MS).toISOString();
    const isFree = (builder: Knex.QueryBuilder) =>
      builder
        .where({ source_id: sourceId })
        .whereNull('done_at')
        .where(free =>
          free.whereNull('claimed_at').orWhere('claimed_at', '<', leftBefore),
        );
    const oldest = isFree(this.#knex('webhook_deliveries'))
      .orderBy('received_at')
      .limit(most)
      .select('delivery_id');
    if (isPostgres(this.#knex)) {
      // Two runs that wait for each other's rows would be a deadlock.
      oldest.forUpdate().skipLocked();
    }
    // Asked twice: a row that another run took meanwhile is free no more.
    await isFree(
      this.#knex('webhook_deliveries').whereIn('delivery_id', oldest),
    ).update({ claim, claimed_at: now.toISOString() });
    const rows = await this.#knex<DeliveryRow>('webhook_deliveries')
      .where({ source_id: sourceId, claim })
      .whereNull('done_at')
      .orderBy('received_at');
    return rows.map(row => ({
      deliveryId: row.delivery_id,
      receivedAt: row.received_at,
      ...(row.incident_id !== null && { incidentId: row.incident_id }),
      ...(row.service_id !== null && { serviceId: row.service_id }),
    }));
  }

  /** Notes that what deliveries name has been read again. */
  async finish(
    sourceId: string,
    deliveryIds: string[],
    at: Date,
  ): Promise<void> {
    for (const chunk of inChunks(deliveryIds)) {
      await this.#knex<DeliveryRow>('webhook_deliveries')
        .where({ source_id: sourceId })
        .whereIn('delivery_id', chunk)
        .update({ done_at: at.toISOString(), claim: null });
    }
  }

  /** How many are to be read again, by account. */
  async countPending(): Promise<Map<string, number>> {
    const rows: Array<{ source_id: string; n: number | string }> =
      await this.#knex('webhook_deliveries')
        .whereNull('done_at')
        .groupBy('source_id')
        .select('source_id')
        .count({ n: '*' });
    return new Map(rows.map(row => [row.source_id, Number(row.n)]));
  }

  /** Forgets deliveries that were received before. */
  async prune(sourceId: string, before: Date): Promise<void> {
    await this.#knex<DeliveryRow>('webhook_deliveries')
      .where({ source_id: sourceId })
      .where('received_at', '<', before.toISOString())
      .delete();
  }
}
