import type { AlertApi, AlertMessage } from '@backstage/core-plugin-api';

/** Keeps what would pop up. */
export class FakeAlerts implements AlertApi {
  readonly posted: AlertMessage[] = [];

  post(alert: AlertMessage) {
    this.posted.push(alert);
  }

  alert$(): ReturnType<AlertApi['alert$']> {
    throw new Error('nobody shows these');
  }
}
