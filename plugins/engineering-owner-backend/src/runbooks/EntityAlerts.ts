import {
  AlertRule,
  AlertStatus,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';

/** What runbooks need to know of alerts; the alerts domain provides it. */
export interface EntityAlerts {
  /** Alerts of an entity now. */
  current(entityRef: string): Promise<AlertStatus[]>;
  /** Alerting rules of an entity; absent when no source has told any yet. */
  rules(entityRef: string): Promise<AlertRule[] | undefined>;
  /** The `runbook_url` of every rule and every current alert, as written. */
  runbookUrls(): Promise<string[]>;
  /** How old the alerts are. */
  section(): Promise<SectionStatus>;
}
