import { SourceRef } from '../onCall/model';

/**
 * An alert as its source reports it.
 *
 * @public
 */
export interface Alert {
  /** Stable for one set of labels within its source. */
  fingerprint: string;
  name: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'pending' | 'firing';
  activeAt: string;
  /** As reported; may be `NaN` or infinite, hence text. */
  value?: string;
  /** Whether people are told; absent: the source does not tell people. */
  notification?: AlertNotification;
}

/**
 * What the source that tells people of an alert does with it.
 *
 * @public
 */
export interface AlertNotification {
  /** `suppressed`: nobody is told; `unprocessed`: not decided yet. */
  state: 'active' | 'suppressed' | 'unprocessed';
  /** Ids of silences. */
  silencedBy: string[];
  /** Fingerprints of the alerts that make this one redundant. */
  inhibitedBy: string[];
  /** Names of time intervals in which its route tells nobody. */
  mutedBy: string[];
}

/**
 * A condition on one label. A label that is not there is empty.
 *
 * @public
 */
export interface LabelMatcher {
  name: string;
  value: string;
  /** RE2, anchored at both ends. */
  isRegex: boolean;
  /** False: all that do not match. */
  isEqual: boolean;
}

/**
 * Alerts that match all matchers are told to nobody for a while.
 *
 * @public
 */
export interface Silence {
  id: string;
  matchers: LabelMatcher[];
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
  /** As written by whoever made it. */
  createdBy: string;
  comment: string;
  /** Page of the silence, for people. */
  url?: string;
}

/**
 * An alerting rule: what could fire, and which runbook it names.
 *
 * @public
 */
export interface AlertRule {
  name: string;
  group: string;
  query: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/**
 * An alert on an entity's page.
 *
 * @public
 */
export interface AlertStatus {
  source: SourceRef;
  fingerprint: string;
  name: string;
  severity?: string;
  summary?: string;
  state: 'pending' | 'firing';
  since: string;
  /** Without those that only tell replicas apart. */
  labels: Record<string, string>;
  /** As reported; may be `NaN` or infinite, hence text. */
  value?: string;
  /** Why nobody is told; absent: somebody is, or it is not known. */
  suppression?: AlertSuppression;
  /** Every source that reports it, where that is more than one. */
  reportedBy?: SourceRef[];
  /** http(s) URL from the alert's `runbook_url`, already checked. */
  runbookUrl?: string;
  /** The runbook of this entity that covers the alert, when there is one. */
  runbookId?: string;
  /** Whose it is, where an answer is about several entities. */
  entityRefs?: string[];
}

/**
 * @public
 */
export interface AlertSuppression {
  silencedBy: AlertSilence[];
  /** Another alert makes it redundant. */
  inhibited: boolean;
  /** Names of time intervals in which its route tells nobody. */
  mutedBy: string[];
  /**
   * When the first of all that report it tells people again, ISO 8601. Absent:
   * another reason may last longer, or the end of a silence is not known.
   */
  until?: string;
}

/**
 * A silence beside an alert: only its id while it was not read yet.
 *
 * @public
 */
export interface AlertSilence {
  id: string;
  createdBy?: string;
  endsAt?: string;
  comment?: string;
  url?: string;
}

/**
 * A silence that covers all alerts of an entity.
 *
 * @public
 */
export interface EntityMaintenance {
  source: SourceRef;
  /** Others that tell people and do not hold it; absent: all hold it. */
  elsewhere?: SourceRef[];
  silenceId: string;
  startsAt: string;
  endsAt: string;
  createdBy: string;
  comment: string;
  url?: string;
}
