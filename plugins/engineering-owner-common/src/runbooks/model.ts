import { AlertStatus } from '../alerts/model';
import { SectionStatus } from '../onCall/status';
import { Problem } from '../problem';
import { RunbookAutomation } from './frontMatter';

/**
 * What is wrong with a runbook, worst first. `unchecked`: it stands where this
 * portal may not read, so nothing can be said about it.
 *
 * @public
 */
export type RunbookState =
  | 'missing'
  | 'dead_link'
  | 'test_failed'
  | 'untested'
  | 'review_overdue'
  | 'owner_changed'
  | 'unchecked'
  | 'fresh';

/**
 * Where a runbook was found. One runbook can be found in several places.
 *
 * @public
 */
export type RunbookOrigin =
  | { kind: 'annotation'; entityRef: string; annotation: string }
  | { kind: 'link'; entityRef: string; title?: string }
  | { kind: 'alert_rule'; alert: string };

/**
 * @public
 */
export interface RunbookStatus {
  /** Stable identity: a hash of the normalised location. */
  id: string;
  title: string;
  url: string;
  state: RunbookState;
  origins: RunbookOrigin[];
  /** Alerts it covers: front matter and rules. */
  alerts: string[];
  /** As front matter says. */
  owner?: string;
  severity?: string;
  /** Dates as `YYYY-MM-DD`. */
  lastReviewedOn?: string;
  reviewDueOn?: string;
  lastTestedOn?: string;
  testDueOn?: string;
  /** Links to what does a step of it. */
  automation?: RunbookAutomation[];
  /** Markdown without its front matter; absent when it could not be read. */
  content?: string;
  problems: Problem[];
}

/**
 * Answer of `GET …/runbooks`.
 *
 * @public
 */
export interface RunbooksResponse {
  entityRef: string;
  asOf?: string;
  /** Worst first. */
  runbooks: RunbookStatus[];
  /** Alerts of the entity that fire or are about to, with the runbook to open. */
  firing: AlertStatus[];
  /** Alerting rules of the entity that name no runbook and are covered by none. */
  alertsWithoutRunbook: string[];
  /** Age and problem of what was read elsewhere than the runbooks. */
  sections: { alerts: SectionStatus };
  problems: Problem[];
}
