import { AlertStatus } from '../alerts/model';
import { RunbookState } from './model';
import { worstRunbooksFirst } from './order';

/**
 * What a person should do about an entity's runbooks. `unknown` is never shown
 * as fine.
 *
 * @public
 */
export type RunbooksTone = 'act_now' | 'look_today' | 'fine' | 'unknown';

/**
 * The headlines, worst first; those of a state carry its name.
 *
 * @public
 */
export type RunbooksVerdictCode =
  | 'firing_without_runbook'
  | 'firing'
  | Exclude<RunbookState, 'unchecked' | 'fresh'>
  | 'alerts_without_runbook'
  | 'none'
  | 'pending'
  | 'unchecked'
  | 'fresh';

/**
 * @public
 */
export interface RunbooksVerdict {
  tone: RunbooksTone;
  code: RunbooksVerdictCode;
  params: {
    /** How many alerts or runbooks the headline is about. */
    count?: number;
    alert?: string;
    runbookId?: string;
    title?: string;
    /** How many runbooks there are. */
    of?: number;
  };
}

/**
 * What the headline is made from. A `RunbooksResponse` is one.
 *
 * @public
 */
export interface JudgedRunbooks {
  asOf?: string;
  runbooks: ReadonlyArray<{ id: string; title: string; state: RunbookState }>;
  firing: ReadonlyArray<Pick<AlertStatus, 'name' | 'state' | 'runbookId'>>;
  alertsWithoutRunbook: readonly string[];
}

/**
 * The one thing to say about an entity's runbooks: a firing alert, then the
 * worst runbook, then alerts that no runbook covers.
 *
 * @public
 */
export function runbooksVerdict(judged: JudgedRunbooks): RunbooksVerdict {
  const firing = judged.firing.filter(({ state }) => state === 'firing');
  const helpless = firing.filter(({ runbookId }) => runbookId === undefined);
  if (helpless.length > 0) {
    return {
      tone: 'act_now',
      code: 'firing_without_runbook',
      params: { count: helpless.length, alert: helpless[0].name },
    };
  }
  if (firing.length > 0) {
    const [{ name, runbookId }] = firing;
    const runbook = judged.runbooks.find(({ id }) => id === runbookId);
    return {
      tone: 'act_now',
      code: 'firing',
      params: {
        count: firing.length,
        alert: name,
        runbookId,
        ...(runbook && { title: runbook.title }),
      },
    };
  }
  return calm(judged);
}

function calm(judged: JudgedRunbooks): RunbooksVerdict {
  const { asOf, runbooks, alertsWithoutRunbook } = judged;
  const [worst] = worstRunbooksFirst(runbooks);
  if (worst && worst.state !== 'fresh' && worst.state !== 'unchecked') {
    return { tone: 'look_today', code: worst.state, params: about(worst) };
  }
  if (alertsWithoutRunbook.length > 0) {
    return {
      tone: 'look_today',
      code: 'alerts_without_runbook',
      params: {
        count: alertsWithoutRunbook.length,
        alert: alertsWithoutRunbook[0],
      },
    };
  }
  if (asOf === undefined) {
    return { tone: 'unknown', code: 'pending', params: {} };
  }
  if (!worst) {
    return { tone: 'look_today', code: 'none', params: {} };
  }
  return worst.state === 'unchecked'
    ? { tone: 'unknown', code: 'unchecked', params: about(worst) }
    : { tone: 'fine', code: 'fresh', params: { count: runbooks.length } };

  function about({ id, title, state }: typeof worst) {
    return {
      count: runbooks.filter(other => other.state === state).length,
      of: runbooks.length,
      runbookId: id,
      title,
    };
  }
}
