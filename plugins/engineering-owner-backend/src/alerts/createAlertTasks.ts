import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import { AlertSource } from '@engineering-owner/backstage-plugin-node';
import { everyMinute, IngestTask } from '../ingest/IngestTask';
import { sourceId } from '../sources/sourceId';
import { AlertRuleStore } from './AlertRuleStore';
import { AlertStore } from './AlertStore';

/** How often alerts and rules are read. */
export const alertReads = {
  current: { everySeconds: 60 },
  rules: { everySeconds: 300 },
} as const;

/** Name of a task, for example `alerts.current:prometheus:default`. */
export function alertTaskName(
  read: keyof typeof alertReads,
  source: SourceRef,
): string {
  return `alerts.${read}:${sourceId(source)}`;
}

/** Reads current alerts and alerting rules of one instance. */
export function createAlertTasks(options: {
  source: AlertSource;
  alerts: AlertStore;
  rules: AlertRuleStore;
}): IngestTask[] {
  const { source, alerts, rules } = options;
  const id = sourceId(source.source);
  return [
    {
      name: alertTaskName('current', source.source),
      source: source.source,
      schedule: everyMinute,
      async run(signal) {
        const problems: Problem[] = [];
        const onProblem = (problem: Problem) => problems.push(problem);
        const read = await source.readAlerts({ signal, onProblem });
        signal.throwIfAborted();
        await alerts.replace(id, read, source.entityLabel);
        return { problems };
      },
    },
    {
      name: alertTaskName('rules', source.source),
      source: source.source,
      schedule: {
        frequency: { seconds: alertReads.rules.everySeconds },
        timeout: { seconds: 45 },
      },
      async run(signal) {
        const problems: Problem[] = [];
        const onProblem = (problem: Problem) => problems.push(problem);
        const read = await source.readRules({ signal, onProblem });
        signal.throwIfAborted();
        await rules.replace(id, read, source.entityLabel);
        return { problems };
      },
    },
  ];
}
