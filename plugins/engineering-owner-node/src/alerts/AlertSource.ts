import {
  Alert,
  AlertRule,
  Silence,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { ReadOptions, SourceTelemetry } from '../telemetry';

/**
 * Reads current alerts from one instance, and what else it knows: alerting
 * rules where it evaluates them, silences where it tells people.
 *
 * @public
 */
export interface AlertSource {
  readonly source: SourceRef;
  /** Label whose value is an entity's `metadata.name`. */
  readonly entityLabel: string;
  /** Labels that only tell replicas apart; alerts that differ by them are one. */
  readonly replicaLabels?: readonly string[];
  telemetry(): SourceTelemetry;
  readAlerts(options: ReadOptions): Promise<Alert[]>;
  readRules?(options: ReadOptions): Promise<AlertRule[]>;
  /** Those that hold now or will. */
  readSilences?(options: ReadOptions): Promise<Silence[]>;
}
