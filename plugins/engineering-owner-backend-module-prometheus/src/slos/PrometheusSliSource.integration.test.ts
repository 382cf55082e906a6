import { JsonObject } from '@backstage/types';
import { SliGroup } from '@engineering-owner/backstage-plugin-node';
import { familyOf, openMetrics, TestSeries } from '../testing/history';
import { testClient, testInstance } from '../testing/instance';
import {
  startPrometheus,
  TemporaryPrometheus,
  whyNoPrometheus,
} from '../testing/temporaryPrometheus';
import { PrometheusSliSource } from './PrometheusSliSource';

const reason = whyNoPrometheus();
if (reason) {
  // eslint-disable-next-line no-console
  console.warn(`Tests with a real Prometheus are skipped: ${reason}`);
}
const describeReal = reason ? describe.skip : describe;

const HOUR = 3600;
const end = Math.floor(Date.now() / 1000 / HOUR) * HOUR + 2 * HOUR;
const start = end - 50 * HOUR;
/** On a minute, half a minute after a sample. */
const now = Math.floor(Date.now() / 1000 / 60) * 60;
const { signal } = new AbortController();

/** Events so far of a counter that has counted `perMinute` since the start. */
const counter =
  (perMinute: number, from = start) =>
  (time: number) =>
    time < from ? undefined : Math.round(((time - start) / 60) * perMinute);

const hostile = 'a"b\\c\nd{e}';

describeReal('Reading from a real Prometheus', () => {
  let prometheus: TemporaryPrometheus;
  let client: ReturnType<typeof testClient>;
  let source: PrometheusSliSource;

  beforeAll(async () => {
    const requests: TestSeries[] = [
      { labels: { service: 'healthy', code: '200' }, valueAt: counter(60) },
      { labels: { service: 'healthy', code: '500' }, valueAt: counter(3) },
      { labels: { service: 'spotless', code: '200' }, valueAt: counter(30) },
      { labels: { service: 'idle', code: '200' }, valueAt: () => 100 },
      { labels: { service: hostile, code: '200' }, valueAt: counter(10) },
      { labels: { service: hostile, code: '503' }, valueAt: counter(1) },
    ];
    prometheus = await startPrometheus({
      openMetrics: openMetrics([
        familyOf({
          name: 'http_requests_total',
          series: requests,
          from: start - 30,
          to: end,
          stepSeconds: 60,
        }),
      ]),
    });
    const instance = testInstance(prometheus.url);
    client = testClient(instance);
    source = new PrometheusSliSource(instance, client);
  }, 60_000);

  afterAll(() => prometheus?.stop());

  function group(indicator: JsonObject): SliGroup {
    const compiled = source.compile({
      name: 'availability',
      place: 'engineeringOwner.slos.templates[0]',
      entityLabel: 'service',
      indicator,
    });
    if (!compiled.ok) {
      throw new Error(compiled.problem.message);
    }
    return compiled.group;
  }

  it('counts the events of every entity in one request', async () => {
    const at = new Date(now * 1000);
    const ratio = group({
      ratio: {
        total: 'http_requests_total',
        bad: 'http_requests_total{code=~"5.."}',
      },
    });
    const { inspection, problems } = await source.inspect(ratio, {
      at,
      signal,
    });
    expect(problems).toEqual([]);
    const before = client.telemetry().requests;
    const reading = await source.read(
      ratio,
      inspection,
      { from: new Date((now - HOUR) * 1000), to: at },
      { signal },
    );
    expect(client.telemetry().requests - before).toBe(1);
    expect(Object.fromEntries(reading.values)).toEqual({
      healthy: { kind: 'counts', bad: near(180), total: near(3780) },
      spotless: { kind: 'counts', bad: 0, total: near(1800) },
      idle: { kind: 'counts', bad: 0, total: 0 },
      [hostile]: { kind: 'counts', bad: near(60), total: near(660) },
    });
    expect(reading).toMatchObject({ incomplete: false, inspectAgain: false });
  });

  function near(expected: number) {
    return expect.closeTo(expected, -Math.log10(expected * 0.01 * 2));
  }
});
