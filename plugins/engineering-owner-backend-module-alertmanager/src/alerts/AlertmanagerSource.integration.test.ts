import {
  Alert,
  maintenanceSilences,
  mergeAlerts,
  Silence,
} from '@engineering-owner/backstage-plugin-common';
import {
  RunningAlertmanager,
  startAlertmanager,
  whyNoAlertmanager,
} from '@engineering-owner/demo-world';
import { testSource } from '../__testUtils__/instance';
import { AlertmanagerSource } from './AlertmanagerSource';

const reason = whyNoAlertmanager();
if (reason) {
  // eslint-disable-next-line no-console
  console.warn(`Tests with a real Alertmanager are skipped: ${reason}`);
}
const describeReal = reason ? describe.skip : describe;
const whySkipped = reason ? ` (skipped because ${reason})` : '';

const { signal } = new AbortController();
const is = (name: string, value: string) => ({ name, value, isRegex: false });

describeReal(`A real Alertmanager${whySkipped}`, () => {
  let alertmanager: RunningAlertmanager;
  let source: AlertmanagerSource;

  beforeEach(async () => {
    alertmanager = await startAlertmanager();
    source = testSource(alertmanager.url, {
      publicUrl: 'https://alerts.example.com',
    });
  }, 60_000);

  afterEach(() => alertmanager?.close());

  /** All alerts, once the server has decided what to do with them. */
  async function decided(attempts = 100): Promise<Alert[]> {
    const alerts = await source.readAlerts({ signal });
    const isUndecided = alerts.some(
      ({ notification }) => notification?.state === 'unprocessed',
    );
    if (!isUndecided || attempts === 0) {
      return alerts;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
    return decided(attempts - 1);
  }

  /** What a page would show of all alerts. */
  async function shown() {
    const alerts = await decided();
    const silences = await source.readSilences({ signal });
    return mergeAlerts(
      alerts.map(alert => ({ source: source.source, alert })),
      {
        replicaLabels: () => source.replicaLabels,
        silence: (_, id) => silences.find(each => each.id === id),
        now: new Date(),
      },
    );
  }
  const fires = (alertname: string, labels: Record<string, string> = {}) => ({
    labels: { alertname, service: 'checkout', ...labels },
    startsAt: '2026-03-04T05:00:00.123456789+02:00',
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
  });

  it('tells alerts with since when, labels and annotations', async () => {
    await alertmanager.fire({
      ...fires('ErrorsHigh', { severity: 'page' }),
      annotations: { runbook_url: 'https://example.com/runbook' },
    });
    const [alert] = await source.readAlerts({ signal });
    expect(alert).toEqual({
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      name: 'ErrorsHigh',
      labels: {
        alertname: 'ErrorsHigh',
        service: 'checkout',
        severity: 'page',
      },
      annotations: { runbook_url: 'https://example.com/runbook' },
      state: 'firing',
      activeAt: '2026-03-04T03:00:00.123Z',
      notification: {
        state: expect.stringMatching(/^(active|unprocessed)$/),
        silencedBy: [],
        inhibitedBy: [],
        mutedBy: [],
      },
    });
  });

  it('tells an alert of two replicas once, from the earlier start, and one of two clusters twice', async () => {
    await alertmanager.fire(
      fires('ErrorsHigh', { cluster: 'eu', replica: 'a' }),
      {
        ...fires('ErrorsHigh', { cluster: 'eu', replica: 'b' }),
        startsAt: '2026-03-04T02:59:00Z',
      },
      fires('ErrorsHigh', { cluster: 'us', replica: 'a' }),
    );
    const alerts = await shown();
    expect(
      alerts
        .map(({ since, labels }) => [labels.cluster, labels.replica, since])
        .sort(),
    ).toEqual([
      ['eu', undefined, '2026-03-04T02:59:00.000Z'],
      ['us', undefined, '2026-03-04T03:00:00.123Z'],
    ]);
  });

  it('tells who silenced an alert, until when and why, and no more when it is over', async () => {
    await alertmanager.fire(fires('ErrorsHigh'), fires('QueueGrows'));
    const id = await alertmanager.silence([is('alertname', 'ErrorsHigh')]);
    const byName = Object.fromEntries(
      (await shown()).map(alert => [alert.name, alert.suppression]),
    );
    expect(byName).toEqual({
      ErrorsHigh: {
        silencedBy: [
          {
            id,
            createdBy: 'ada',
            comment: 'moving the database',
            endsAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
            url: `https://alerts.example.com/#/silences/${id}`,
          },
        ],
        inhibited: false,
        mutedBy: [],
        until: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
      QueueGrows: undefined,
    });
    await alertmanager.expire(id);
    expect(await source.readSilences({ signal })).toEqual([]);
    expect((await shown()).map(({ suppression }) => suppression)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('does not call an alert silenced that is told of by one of its replicas', async () => {
    await alertmanager.fire(
      fires('ErrorsHigh', { replica: 'a' }),
      fires('ErrorsHigh', { replica: 'b' }),
    );
    await alertmanager.silence([is('replica', 'a')]);
    const alerts = await shown();
    expect(alerts).toHaveLength(1);
    expect(alerts[0].suppression).toBeUndefined();
  });

  it('tells that an alert is inhibited by another', async () => {
    await alertmanager.fire(
      fires('ClusterDown', { cluster: 'eu', severity: 'page' }),
      fires('QueueGrows', { cluster: 'eu', severity: 'ticket' }),
      fires('QueueGrows', { cluster: 'us', severity: 'ticket' }),
    );
    const inhibited = (await shown()).map(({ labels, suppression }) => [
      labels.alertname,
      labels.cluster,
      suppression?.inhibited,
    ]);
    expect(inhibited.sort()).toEqual([
      ['ClusterDown', 'eu', undefined],
      ['QueueGrows', 'eu', true],
      ['QueueGrows', 'us', undefined],
    ]);
  });

  describe('and a silence', () => {
    const entity = {
      name: { label: 'service', value: 'checkout' },
      fixed: {},
    };
    const inMaintenance = async () =>
      maintenanceSilences(
        await source.readSilences({ signal }),
        entity,
        new Date(),
      ).map(({ id }: Silence) => id);

    it('of the entity is a maintenance of it', async () => {
      await alertmanager.fire(fires('ErrorsHigh'), fires('QueueGrows'));
      const id = await alertmanager.silence([
        { name: 'service', value: 'check(out|in)', isRegex: true },
      ]);
      expect(await inMaintenance()).toEqual([id]);
      expect(
        (await shown()).map(({ suppression }) => suppression?.silencedBy[0].id),
      ).toEqual([id, id]);
    });

    it('with only negative matchers puts nothing in maintenance; what it silences says so', async () => {
      await alertmanager.fire(fires('ErrorsHigh'), fires('Watchdog'));
      await alertmanager.silence([
        { ...is('alertname', 'Watchdog'), isEqual: false },
      ]);
      expect(await inMaintenance()).toEqual([]);
      const silenced = (await shown()).map(({ name, suppression }) => [
        name,
        suppression?.silencedBy.length,
      ]);
      expect(silenced.sort()).toEqual([
        ['ErrorsHigh', 1],
        ['Watchdog', undefined],
      ]);
    });
  });

  it('quotes the matcher of a filter that the server does not understand', async () => {
    await alertmanager.fire(fires('ErrorsHigh'), fires('QueueGrows'));
    const filtered = testSource(alertmanager.url, {
      filter: ['alertname="QueueGrows"', 'service=~"check.*"'],
    });
    expect(
      (await filtered.readAlerts({ signal })).map(({ name }) => name),
    ).toEqual(['QueueGrows']);
    const wrong = testSource(alertmanager.url, { filter: ['severity>1'] });
    await expect(wrong.readAlerts({ signal })).rejects.toThrow(
      /^Alertmanager "default" at http:\S+ refused the request \(400\): ".*severity>1/,
    );
  });
});
