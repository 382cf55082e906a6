import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Alert,
  AlertRule,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusInstance } from '../instances/instance';
import { parseAlerts } from './parseAlerts';
import { parseRules } from './parseRules';

/** Reads current alerts and alerting rules from one Prometheus. */
export class PrometheusAlertSource implements AlertSource {
  readonly source: SourceRef;
  readonly entityLabel: string;
  readonly replicaLabels: readonly string[];

  constructor(
    private readonly instance: PrometheusInstance,
    private readonly client: PrometheusClient,
    private readonly logger: LoggerService,
  ) {
    this.source = { type: 'prometheus', name: instance.name };
    this.entityLabel = instance.alerts.entityLabel;
    this.replicaLabels = instance.replicaLabels;
  }

  telemetry() {
    return this.client.telemetry();
  }

  async readAlerts({ signal }: ReadOptions): Promise<Alert[]> {
    const { alerts, skipped } = parseAlerts(
      await this.client.alerts(signal),
      this.instance.alerts.externalLabels,
    );
    this.report(skipped, 'alerts');
    return alerts;
  }

  async readRules({ signal }: ReadOptions): Promise<AlertRule[]> {
    const groups = await this.client.alertingRules(signal);
    const { rules, skipped } = parseRules(groups);
    this.report(skipped, 'alerting rules');
    return rules;
  }

  private report(skipped: number, what: string): void {
    if (skipped > 0) {
      this.logger.warn(
        `Prometheus "${this.source.name}" gave ${skipped} ${what} in an unexpected shape; they are left out.`,
      );
    }
  }
}
