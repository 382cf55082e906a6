import {
  Alert,
  Silence,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { AlertmanagerClient } from '../client/AlertmanagerClient';
import { AlertmanagerInstance } from '../instances/instance';

/** Reads current alerts and silences from one Alertmanager. */
export class AlertmanagerSource implements AlertSource {
  readonly source: SourceRef;
  readonly entityLabel: string;
  readonly replicaLabels: readonly string[];

  constructor(
    private readonly instance: AlertmanagerInstance,
    private readonly client: AlertmanagerClient,
  ) {
    this.source = { type: 'alertmanager', name: instance.name };
    this.entityLabel = instance.entityLabel;
    this.replicaLabels = instance.replicaLabels;
  }

  telemetry() {
    return this.client.telemetry();
  }

  readAlerts(options: ReadOptions): Promise<Alert[]> {
    return this.client.alerts(options);
  }

  async readSilences(options: ReadOptions): Promise<Silence[]> {
    const silences = await this.client.silences(options);
    return (
      silences
        // Servers keep those that are over for days.
        .filter(({ status }) => status.state !== 'expired')
        .map(({ status, ...silence }) => ({
          ...silence,
          ...this.pageOf(silence.id),
        }))
    );
  }

  private pageOf(id: string): { url?: string } {
    const { publicUrl } = this.instance;
    return publicUrl
      ? { url: `${publicUrl}/#/silences/${encodeURIComponent(id)}` }
      : {};
  }
}
