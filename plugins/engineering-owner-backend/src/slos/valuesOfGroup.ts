import { Knex } from 'knex';

/** A subquery for the label values that have an SLO of a group. */
export function valuesOfGroup(knex: Knex, groupId: string): Knex.QueryBuilder {
  return knex('slo_definitions')
    .select('entity_value')
    .where({ group_id: groupId })
    .whereNotNull('entity_value');
}
