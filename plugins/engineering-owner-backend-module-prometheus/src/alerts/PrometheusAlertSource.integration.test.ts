import { openMetrics } from '../__testUtils__/history';
import { testClient, testInstance } from '../__testUtils__/instance';
import {
  startPrometheus,
  TemporaryPrometheus,
  whyNoPrometheus,
} from '../__testUtils__/temporaryPrometheus';
import { PrometheusAlertSource } from './PrometheusAlertSource';

const reason = whyNoPrometheus();
if (reason) {
  // eslint-disable-next-line no-console
  console.warn(`Tests with a real Prometheus are skipped: ${reason}`);
}
const describeReal = reason ? describe.skip : describe;
const whySkipped = reason ? ` (skipped: ${reason})` : '';

const rules = `
groups:
  - name: checkout
    rules:
      - record: always
        expr: vector(1)
      - alert: ErrorsHigh
        expr: vector(1)
        labels: {service: checkout, severity: page}
        annotations: {runbook_url: https://example.com/runbook}
      - alert: Quiet
        expr: vector(0) > 1
      - alert: Waits
        expr: vector(2)
        for: 1h
        labels: {service: cart}
`;

describeReal(`Alerts of a real Prometheus${whySkipped}`, () => {
  let prometheus: TemporaryPrometheus;
  let source: PrometheusAlertSource;
  const { signal } = new AbortController();

  beforeAll(async () => {
    const now = Math.floor(Date.now() / 1000);
    prometheus = await startPrometheus({
      openMetrics: openMetrics([`# TYPE up gauge\nup 1 ${now}\n`]),
      rules,
    });
    const instance = testInstance(prometheus.url);
    source = new PrometheusAlertSource(instance, testClient(instance));
  }, 60_000);

  afterAll(() => prometheus?.stop());

  it('come with state, since when, labels and annotations', async () => {
    let alerts = await source.readAlerts({ signal });
    for (let i = 0; i < 100 && alerts.length < 2; i++) {
      await new Promise(resolve => setTimeout(resolve, 100));
      alerts = await source.readAlerts({ signal });
    }
    expect(alerts.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      {
        fingerprint: expect.any(String),
        name: 'ErrorsHigh',
        labels: {
          alertname: 'ErrorsHigh',
          service: 'checkout',
          severity: 'page',
        },
        annotations: { runbook_url: 'https://example.com/runbook' },
        state: 'firing',
        activeAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        value: '1e+00',
      },
      expect.objectContaining({ name: 'Waits', state: 'pending' }),
    ]);
  });

  it('come with all their rules, quiet ones too', async () => {
    const found = await source.readRules({ signal });
    expect(found.map(({ name }) => name)).toEqual([
      'ErrorsHigh',
      'Quiet',
      'Waits',
    ]);
    expect(found[0]).toEqual({
      name: 'ErrorsHigh',
      group: 'checkout',
      query: 'vector(1)',
      labels: { service: 'checkout', severity: 'page' },
      annotations: { runbook_url: 'https://example.com/runbook' },
    });
  });
});
