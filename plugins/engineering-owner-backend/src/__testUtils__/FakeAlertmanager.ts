import { Alert, Silence } from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  ReadOptions,
  SourceTelemetry,
} from '@engineering-owner/backstage-plugin-node';

/** An Alertmanager with the alerts and silences a test gives it. */
export class FakeAlertmanager implements AlertSource {
  readonly source: { type: string; name: string };
  readonly entityLabel = 'service';
  readonly replicaLabels = ['replica'];
  alerts: Alert[] = [];
  silences: Silence[] = [];
  /** Thrown by reads of silences while it is set. */
  failure?: Error;

  constructor(name = 'main') {
    this.source = { type: 'alertmanager', name };
  }

  telemetry(): SourceTelemetry {
    return { requests: 0 };
  }

  async readAlerts({ signal }: ReadOptions): Promise<Alert[]> {
    signal.throwIfAborted();
    return this.alerts;
  }

  async readSilences({ signal }: ReadOptions): Promise<Silence[]> {
    signal.throwIfAborted();
    if (this.failure) {
      throw this.failure;
    }
    return this.silences;
  }
}
