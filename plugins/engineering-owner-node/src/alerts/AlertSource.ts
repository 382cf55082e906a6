import {
  Alert,
  AlertRule,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { ReadOptions, SourceTelemetry } from '../telemetry';

/**
 * Reads current alerts and alerting rules from one instance.
 *
 * @public
 */
export interface AlertSource {
  readonly source: SourceRef;
  /** Label whose value is an entity's `metadata.name`. */
  readonly entityLabel: string;
  telemetry(): SourceTelemetry;
  readAlerts(options: ReadOptions): Promise<Alert[]>;
  readRules(options: ReadOptions): Promise<AlertRule[]>;
}
