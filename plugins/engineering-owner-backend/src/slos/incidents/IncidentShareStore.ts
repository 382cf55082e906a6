import { EventCounts } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../../store/inChunks';

/** An incident's part in the events of one entity. */
export interface ShareKey {
  /** The account the incident is in. */
  sourceId: string;
  incidentId: string;
  groupId: string;
  entityValue: string;
}

/** What is known of a share. */
export interface IncidentShare {
  resolvedAt: string;
  /** Absent: it was not read yet, or the entity had no series. */
  counts?: EventCounts;
  attemptedAt: Date;
  /** Failed attempts in a row. */
  failures: number;
}

interface ShareRow {
  source_id: string;
  incident_id: string;
  group_id: string;
  entity_value: string;
  resolved_at: string;
  bad: number | null;
  total: number | null;
  attempted_at: string;
  failures: number;
}

const table = 'slo_incident_shares';

/** Keeps the events that incidents cost. All writes may be repeated. */
export class IncidentShareStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(key: ShareKey, share: IncidentShare): Promise<void> {
    await this.#knex<ShareRow>(table)
      .insert({
        source_id: key.sourceId,
        incident_id: key.incidentId,
        group_id: key.groupId,
        entity_value: key.entityValue,
        resolved_at: share.resolvedAt,
        bad: share.counts?.bad ?? null,
        total: share.counts?.total ?? null,
        attempted_at: share.attemptedAt.toISOString(),
        failures: share.failures,
      })
      .onConflict(['source_id', 'incident_id', 'group_id', 'entity_value'])
      .merge();
  }

  /** Of some incidents of an account, by {@link shareId}. */
  async listOfIncidents(
    sourceId: string,
    incidentIds: string[],
  ): Promise<Map<string, IncidentShare>> {
    const shares = new Map<string, IncidentShare>();
    for (const chunk of inChunks([...new Set(incidentIds)])) {
      const rows = await this.#knex<ShareRow>(table)
        .where({ source_id: sourceId })
        .whereIn('incident_id', chunk);
      for (const row of rows) {
        const { incident_id, group_id, entity_value } = row;
        shares.set(
          shareId({
            sourceId,
            incidentId: incident_id,
            groupId: group_id,
            entityValue: entity_value,
          }),
          toShare(row),
        );
      }
    }
    return shares;
  }

  /** Forgets what was read of incidents that are not stored any more. */
  async prune(): Promise<void> {
    await this.#knex(table)
      .whereNotExists(builder =>
        builder
          .from('incidents')
          .whereRaw('?? = ??', ['incidents.source_id', `${table}.source_id`])
          .whereRaw('?? = ??', ['incidents.id', `${table}.incident_id`]),
      )
      .delete();
  }
}

/** A share's key as text. */
export function shareId(key: ShareKey): string {
  const { sourceId, incidentId, groupId, entityValue } = key;
  return JSON.stringify([sourceId, incidentId, groupId, entityValue]);
}

function toShare(row: ShareRow): IncidentShare {
  const { bad, total } = row;
  return {
    resolvedAt: row.resolved_at,
    ...(bad !== null && total !== null && { counts: { bad, total } }),
    attemptedAt: new Date(row.attempted_at),
    failures: row.failures,
  };
}
