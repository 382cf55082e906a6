import { Alert, AlertRule } from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  ReadOptions,
  SourceTelemetry,
} from '@engineering-owner/backstage-plugin-node';

/** An instance with the alerts and rules a test gives it. */
export class FakeAlertSource implements AlertSource {
  readonly source: { type: string; name: string };
  readonly entityLabel = 'service';
  alerts: Alert[] = [];
  rules: AlertRule[] = [];
  /** Thrown by every read while it is set. */
  failure?: Error;

  constructor(name = 'default') {
    this.source = { type: 'prometheus', name };
  }

  telemetry(): SourceTelemetry {
    return { requests: 0 };
  }

  async readAlerts(options: ReadOptions): Promise<Alert[]> {
    this.#begin(options);
    return this.alerts;
  }

  async readRules(options: ReadOptions): Promise<AlertRule[]> {
    this.#begin(options);
    return this.rules;
  }

  #begin({ signal }: ReadOptions): void {
    signal.throwIfAborted();
    if (this.failure) {
      throw this.failure;
    }
  }
}
