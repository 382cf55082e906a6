import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { everyMinute, IngestTask } from '../ingest/IngestTask';
import { sourceId } from '../sources/sourceId';
import { AlertRuleStore } from './AlertRuleStore';
import { AlertStore } from './AlertStore';
import { SilenceStore } from './SilenceStore';

/** How often alerts, silences and rules are read. */
export const alertReads = {
  current: { everySeconds: 60 },
  silences: { everySeconds: 60 },
  rules: { everySeconds: 300 },
} as const;

/** Name of a task, for example `alerts.current:prometheus:default`. */
export function alertTaskName(
  read: keyof typeof alertReads,
  source: SourceRef,
): string {
  return `alerts.${read}:${sourceId(source)}`;
}

/** Reads what one instance knows: alerts, alerting rules, silences. */
export function createAlertTasks(options: {
  source: AlertSource;
  alerts: AlertStore;
  rules: AlertRuleStore;
  silences: SilenceStore;
}): IngestTask[] {
  const { source, alerts, rules, silences } = options;
  const { entityLabel } = source;
  const id = sourceId(source.source);
  const tasks: IngestTask[] = [
    readingTask(source.source, 'current', async (read, signal) => {
      const found = await source.readAlerts(read);
      signal.throwIfAborted();
      await alerts.replace(id, found, entityLabel);
    }),
  ];
  if (source.readSilences) {
    tasks.push(
      readingTask(source.source, 'silences', async (read, signal) => {
        const found = (await source.readSilences?.(read)) ?? [];
        signal.throwIfAborted();
        await silences.replace(id, found);
      }),
    );
  }
  if (source.readRules) {
    tasks.push(
      readingTask(source.source, 'rules', async (read, signal) => {
        const found = (await source.readRules?.(read)) ?? [];
        signal.throwIfAborted();
        await rules.replace(id, found, entityLabel);
      }),
    );
  }
  return tasks;
}

function readingTask(
  source: SourceRef,
  read: keyof typeof alertReads,
  run: (options: ReadOptions, signal: AbortSignal) => Promise<void>,
): IngestTask {
  return {
    name: alertTaskName(read, source),
    source,
    schedule: {
      ...everyMinute,
      frequency: { seconds: alertReads[read].everySeconds },
    },
    async run(signal) {
      const problems: Problem[] = [];
      const onProblem = (problem: Problem) => problems.push(problem);
      await run({ signal, onProblem }, signal);
      return { problems };
    },
  };
}
