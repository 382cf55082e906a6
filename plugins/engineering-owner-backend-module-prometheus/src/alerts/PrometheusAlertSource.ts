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
  ) {
    this.source = { type: 'prometheus', name: instance.name };
    this.entityLabel = instance.alerts.entityLabel;
    this.replicaLabels = instance.replicaLabels;
  }

  telemetry() {
    return this.client.telemetry();
  }

  async readAlerts({ signal, onProblem }: ReadOptions): Promise<Alert[]> {
    const { externalLabels } = this.instance.alerts;
    const place = this.placeOf('/api/v1/alerts');
    const entries = await this.client.alerts(signal);
    return parseAlerts(entries, { place, externalLabels, onProblem });
  }

  async readRules({ signal, onProblem }: ReadOptions): Promise<AlertRule[]> {
    const place = this.placeOf('/api/v1/rules');
    const groups = await this.client.alertingRules(signal);
    return parseRules(groups, { place, onProblem });
  }

  private placeOf(path: string): string {
    return `Prometheus "${this.source.name}" ${path}`;
  }
}
