import type {
  AlertStatus,
  RunbooksResponse,
  RunbookStatus,
} from '@engineering-owner/backstage-plugin-common';
import { runbookTone } from './runbookTone';

/** What the headline of the Runbooks tab is about: the first that applies. */
export type RunbooksVerdict =
  | {
      code: 'firing';
      tone: 'act_now';
      alert: AlertStatus;
      runbook: RunbookStatus;
    }
  | { code: 'firing_outside'; tone: 'act_now'; alert: AlertStatus }
  | { code: 'firing_without'; tone: 'act_now'; alert: AlertStatus }
  | {
      code: 'attention';
      tone: 'look_today';
      count: number;
      worst: RunbookStatus;
    }
  | { code: 'uncovered'; tone: 'look_today'; count: number }
  | { code: 'unchecked'; tone: 'unknown'; count: number }
  | { code: 'none_read'; tone: 'unknown' }
  | { code: 'fresh'; tone: 'fine'; count: number };

/** A firing alert comes before everything: with its runbook, or for want of one. */
export function runbooksVerdict(response: RunbooksResponse): RunbooksVerdict {
  const { runbooks, alertsWithoutRunbook } = response;
  const firing = response.firing.filter(({ state }) => state === 'firing');
  const [alert] = firing;
  if (alert) {
    return firingVerdict(firing, runbooks);
  }
  const inNeed = runbooks.filter(
    ({ state }) => runbookTone(state) === 'look_today',
  );
  if (inNeed.length > 0) {
    return {
      code: 'attention',
      tone: 'look_today',
      count: inNeed.length,
      worst: inNeed[0],
    };
  }
  if (alertsWithoutRunbook.length > 0) {
    return {
      code: 'uncovered',
      tone: 'look_today',
      count: alertsWithoutRunbook.length,
    };
  }
  if (runbooks.length === 0) {
    return { code: 'none_read', tone: 'unknown' };
  }
  const unchecked = runbooks.filter(({ state }) => state === 'unchecked');
  return unchecked.length > 0
    ? { code: 'unchecked', tone: 'unknown', count: unchecked.length }
    : { code: 'fresh', tone: 'fine', count: runbooks.length };
}

function firingVerdict(
  firing: AlertStatus[],
  runbooks: RunbookStatus[],
): RunbooksVerdict {
  for (const alert of firing) {
    const runbook = runbookOf(alert, runbooks);
    if (runbook) {
      return { code: 'firing', tone: 'act_now', alert, runbook };
    }
  }
  const outside = firing.find(({ runbookUrl }) => runbookUrl !== undefined);
  return outside
    ? { code: 'firing_outside', tone: 'act_now', alert: outside }
    : { code: 'firing_without', tone: 'act_now', alert: firing[0] };
}

/** The runbook that covers an alert. */
export function runbookOf(
  alert: AlertStatus,
  runbooks: RunbookStatus[],
): RunbookStatus | undefined {
  return runbooks.find(({ id }) => id === alert.runbookId);
}
