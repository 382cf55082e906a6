import { Knex } from 'knex';
import { recordset, Relation } from '../store/recordset';

/** The series behind an SLO: one entity of a group. */
export interface Series {
  groupId: string;
  entityValue: string;
}

/** Identifies a series among others. */
export function seriesKey({ groupId, entityValue }: Series): string {
  return JSON.stringify([groupId, entityValue]);
}

/** Series as the relation `wanted (group_id, entity_value)`, each once. */
export function wantedSeries(knex: Knex, series: readonly Series[]): Relation {
  const each = new Map(series.map(one => [seriesKey(one), one]));
  return recordset(
    knex,
    'wanted',
    { group_id: 'text', entity_value: 'text' },
    [...each.values()].map(({ groupId, entityValue }) => ({
      group_id: groupId,
      entity_value: entityValue,
    })),
  );
}
