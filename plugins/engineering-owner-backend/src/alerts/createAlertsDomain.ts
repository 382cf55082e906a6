import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { AlertReader } from './AlertReader';
import { AlertRuleStore } from './AlertRuleStore';
import { AlertStore } from './AlertStore';
import { createAlertTasks } from './createAlertTasks';
import { SilenceStore } from './SilenceStore';

/** Reads alerts, alerting rules and silences, for the answers of other domains. */
export function createAlertsDomain(
  context: DomainContext,
): Domain & { reader: AlertReader } {
  const { knex, registry } = context;
  const alerts = new AlertStore(knex);
  const rules = new AlertRuleStore(knex);
  const silences = new SilenceStore(knex);
  return {
    reader: new AlertReader({ ...context, alerts, rules, silences }),
    tasks: registry
      .alertSources()
      .flatMap(source => createAlertTasks({ source, alerts, rules, silences })),
  };
}
