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
  labels: Record<string, string>;
  /** http(s) URL from the alert's `runbook_url`, already checked. */
  runbookUrl?: string;
  /** The runbook of this entity that covers the alert, when there is one. */
  runbookId?: string;
}
