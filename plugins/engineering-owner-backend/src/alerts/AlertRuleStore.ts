import { AlertRule } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { parseJsonColumn } from '../store/jsonColumn';
import { entityValueOf } from './entityValue';
import { alertRuleRecord } from './records';

interface AlertRuleRow {
  source_id: string;
  position: number;
  name: string;
  entity_value: string;
  data: string;
}

/** The alerting rules of every instance. */
export class AlertRuleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes the rules of an instance exactly these, in this order. */
  async replace(
    sourceId: string,
    rules: AlertRule[],
    entityLabel: string,
  ): Promise<void> {
    const rows = rules.map(
      (rule, position): AlertRuleRow => ({
        source_id: sourceId,
        position,
        name: rule.name,
        entity_value: entityValueOf(rule.labels[entityLabel]),
        data: JSON.stringify(rule),
      }),
    );
    await this.#knex.transaction(async trx => {
      await trx<AlertRuleRow>('alert_rules')
        .where({ source_id: sourceId })
        .delete();
      for (const chunk of inChunks(rows)) {
        await trx<AlertRuleRow>('alert_rules').insert(chunk);
      }
    });
  }

  async list(sourceId: string): Promise<AlertRule[]> {
    const rows = await this.#knex<AlertRuleRow>('alert_rules')
      .where({ source_id: sourceId })
      .orderBy('position');
    return rows.flatMap(
      row => parseJsonColumn(alertRuleRecord, row.data) ?? [],
    );
  }

  /**
   * Rules whose own label names the entity, and rules for all entities that
   * have an alert for this one now.
   */
  async listOfEntity(
    sourceId: string,
    name: string,
    alertNames: string[],
  ): Promise<AlertRule[]> {
    const rows = await this.#knex<AlertRuleRow>('alert_rules')
      .where({ source_id: sourceId })
      .where(builder =>
        builder
          .where('entity_value', entityValueOf(name))
          .orWhere(general =>
            general
              .where('entity_value', '')
              .whereIn('name', [...new Set(alertNames)]),
          ),
      )
      .orderBy('position');
    return rows.flatMap(
      row => parseJsonColumn(alertRuleRecord, row.data) ?? [],
    );
  }
}
