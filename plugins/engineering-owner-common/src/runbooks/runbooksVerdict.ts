import { alertTone } from '../alerts/alertTone';
import { AlertStatus } from '../alerts/model';
import { firesAloud } from '../alerts/silenced';
import { SectionStatus } from '../onCall/status';
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
 * The headlines; those of a state carry its name. `firing_outside`: the alert
 * names a runbook that is not one of this entity's.
 *
 * @public
 */
export type RunbooksVerdictCode =
  | 'firing'
  | 'firing_outside'
  | 'firing_without_runbook'
  | Exclude<RunbookState, 'unchecked' | 'fresh'>
  | 'alerts_without_runbook'
  | 'pending'
  | 'none'
  | 'unchecked'
  | 'alerts_unread'
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
    /** Since when the alert fires, ISO 8601. */
    since?: string;
    /** When alerts were last read, ISO 8601; only when that is too long ago. */
    alertsAsOf?: string;
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
  firing: ReadonlyArray<
    Pick<
      AlertStatus,
      | 'name'
      | 'severity'
      | 'state'
      | 'since'
      | 'suppression'
      | 'runbookId'
      | 'runbookUrl'
    >
  >;
  alertsWithoutRunbook: readonly string[];
  sections: { alerts: Pick<SectionStatus, 'state' | 'asOf'> };
}

/**
 * The one thing to say about an entity's runbooks: a firing alert that
 * somebody is told of, then the worst runbook, then alerts that no runbook covers. Alerts that were not read
 * lately leave nothing fine: one may fire whose runbook is needed.
 *
 * @public
 */
export function runbooksVerdict(judged: JudgedRunbooks): RunbooksVerdict {
  const firing = judged.firing.filter(firesAloud);
  return firing.length > 0 ? alarm(judged, firing) : calm(judged);
}

/** Of the alerts that are as urgent as any: first what there is a runbook for. */
function alarm(
  { runbooks, sections }: JudgedRunbooks,
  firing: JudgedRunbooks['firing'],
): RunbooksVerdict {
  const paging = firing.filter(each => alertTone(each) === 'act_now');
  const urgent = paging.length > 0 ? paging : firing;
  const covered = urgent.find(({ runbookId }) =>
    runbooks.some(({ id }) => id === runbookId),
  );
  const outside = urgent.find(({ runbookUrl }) => runbookUrl !== undefined);
  const told = covered ?? outside ?? urgent[0];
  const runbook = runbooks.find(({ id }) => id === covered?.runbookId);
  const { state, asOf } = sections.alerts;
  return {
    tone: alertTone(told),
    code: code(),
    params: {
      count: firing.length,
      alert: told.name,
      since: told.since,
      ...(state === 'stale' && asOf && { alertsAsOf: asOf }),
      ...(runbook && { runbookId: runbook.id, title: runbook.title }),
    },
  };

  function code() {
    if (covered) {
      return 'firing';
    }
    return outside ? 'firing_outside' : 'firing_without_runbook';
  }
}

function calm(judged: JudgedRunbooks): RunbooksVerdict {
  const { asOf, runbooks, alertsWithoutRunbook, sections } = judged;
  const [worst] = worstRunbooksFirst(runbooks);
  if (worst && isInNeed(worst)) {
    return {
      tone: 'look_today',
      code: worst.state,
      params: about(worst, runbooks.filter(isInNeed).length),
    };
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
  if (worst.state === 'unchecked') {
    const count = runbooks.filter(({ state }) => state === 'unchecked').length;
    return {
      tone: 'unknown',
      code: 'unchecked',
      params: about(worst, count),
    };
  }
  const { state, asOf: alertsAsOf } = sections.alerts;
  return state === 'stale' || state === 'pending'
    ? {
        tone: 'unknown',
        code: 'alerts_unread',
        params: { count: runbooks.length, ...(alertsAsOf && { alertsAsOf }) },
      }
    : { tone: 'fine', code: 'fresh', params: { count: runbooks.length } };

  function about({ id, title }: typeof worst, count: number) {
    return { count, of: runbooks.length, runbookId: id, title };
  }
}

type InNeed = Exclude<RunbookState, 'unchecked' | 'fresh'>;

function isInNeed<T extends { state: RunbookState }>(
  runbook: T,
): runbook is T & { state: InNeed } {
  return runbook.state !== 'unchecked' && runbook.state !== 'fresh';
}
