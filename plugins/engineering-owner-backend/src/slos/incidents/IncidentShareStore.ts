import {
  EventCounts,
  Incident,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { incidentRecord } from '../../onCall/store/records';
import { inChunks } from '../../store/inChunks';
import { parseJsonColumn } from '../../store/jsonColumn';
import { recordset } from '../../store/recordset';

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

/** Events of an entity that incidents of a service count against. */
export interface ShareTarget {
  serviceId: string;
  groupId: string;
  entityValue: string;
}

/** An incident whose part in the events of an entity is to be read. */
export interface UnreadShare {
  incident: Incident;
  groupId: string;
  entityValue: string;
  /** Of an earlier attempt. */
  known?: IncidentShare;
}

type UnreadRow = (ShareRow | { [K in keyof ShareRow]: null }) & {
  data: string;
  target_group_id: string;
  target_entity_value: string;
};

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

  /**
   * Of an account, incidents that are over and have no part yet in events that
   * count against them: it was not read, it failed, or it was of another end.
   * The newest first.
   */
  async listUnread(
    sourceId: string,
    targets: readonly ShareTarget[],
    options: {
      createdSince: Date;
      resolvedUntil: Date;
      /** What failed so often waits for a turn of its own. */
      mostAttemptsInARow: number;
      /** That turn is for what was last tried before then. */
      triedBefore: Date;
      most: number;
    },
  ): Promise<UnreadShare[]> {
    const wanted = recordset(
      this.#knex,
      'target',
      { service_id: 'text', group_id: 'text', entity_value: 'text' },
      targets.map(({ serviceId, groupId, entityValue }) => ({
        service_id: serviceId,
        group_id: groupId,
        entity_value: entityValue,
      })),
    );
    const rows: UnreadRow[] = await this.#knex('incidents')
      .join(this.#knex.raw(wanted.sql, wanted.bindings), join =>
        join.on('target.service_id', 'incidents.service_id'),
      )
      .leftJoin(`${table} as share`, join =>
        join
          .on('share.source_id', 'incidents.source_id')
          .andOn('share.incident_id', 'incidents.id')
          .andOn('share.group_id', 'target.group_id')
          .andOn('share.entity_value', 'target.entity_value'),
      )
      .where({
        'incidents.source_id': sourceId,
        'incidents.status': 'resolved',
        'incidents.merged': false,
      })
      .where('incidents.created_at', '>=', options.createdSince.toISOString())
      .where('incidents.resolved_at', '<=', options.resolvedUntil.toISOString())
      .where(builder =>
        builder
          .whereNull('share.incident_id')
          .orWhereRaw('share.resolved_at <> incidents.resolved_at')
          .orWhereBetween('share.failures', [1, options.mostAttemptsInARow - 1])
          .orWhere(failed =>
            failed
              .where('share.failures', '>=', options.mostAttemptsInARow)
              .where(
                'share.attempted_at',
                '<=',
                options.triedBefore.toISOString(),
              ),
          ),
      )
      .orderBy('incidents.resolved_at', 'desc')
      .limit(options.most)
      .select(
        'share.*',
        'incidents.data',
        'target.group_id as target_group_id',
        'target.entity_value as target_entity_value',
      );
    return rows.flatMap(row => {
      const incident = parseJsonColumn(incidentRecord, row.data);
      return incident
        ? {
            incident,
            groupId: row.target_group_id,
            entityValue: row.target_entity_value,
            ...(row.incident_id !== null && { known: toShare(row) }),
          }
        : [];
    });
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
