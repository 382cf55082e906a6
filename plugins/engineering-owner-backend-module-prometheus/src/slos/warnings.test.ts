import { JsonObject } from '@backstage/types';
import {
  answerJson,
  FakeServer,
  startServer,
  vector,
} from '../__testUtils__/fakeServer';
import { testClient, testInstance } from '../__testUtils__/instance';
import { PrometheusSliSource } from './PrometheusSliSource';

const { signal } = new AbortController();
const at = new Date('2026-03-04T05:00:00Z');
const leg = 'engineering_owner_leg';

const indicators: Array<[string, JsonObject]> = [
  ['ratio', { ratio: { total: 'hits', bad: 'hits{code=~"5.."}' } }],
  ['latency', { latency: { histogram: 'took_seconds', threshold: '1s' } }],
  [
    'ratioQuery',
    {
      ratioQuery: {
        total: 'sum by (service) (increase(hits[{{.window}}]))',
        bad: 'sum by (service) (increase(fails[{{.window}}]))',
      },
    },
  ],
  ['rawRatio', { rawRatio: { query: 'share', rawType: 'success' } }],
  ['gauge', { gauge: { up: 'up' } }],
];

describe.each(indicators)('Inspecting a %s', (_, indicator) => {
  let server: FakeServer;
  let warnings: string[] = [];

  beforeAll(async () => {
    server = await startServer(response =>
      answerJson(
        response,
        200,
        vector(
          ['total', 'good', 'ones', 'own', 'label_0'].map(name => [
            { service: 'a', [leg]: name },
            '1',
          ]),
          warnings,
        ),
      ),
    );
  });
  beforeEach(() => {
    warnings = [];
  });
  afterAll(() => server.stop());

  function setUp() {
    const instance = testInstance(server.url);
    const source = new PrometheusSliSource(instance, testClient(instance));
    const compiled = source.compile({
      name: 'a template',
      place: 'templates[0]',
      entityLabel: 'service',
      indicator,
    });
    if (!compiled.ok) {
      throw new Error(compiled.problem.message);
    }
    return { source, group: compiled.group };
  }

  it('replaces nothing while data may be missing', async () => {
    const { source, group } = setUp();
    const { inspection } = await source.inspect(group, { at, signal });
    warnings = ['a store is away'];
    await expect(
      source.inspect(group, { at, signal, previous: inspection }),
    ).rejects.toThrow(
      'says that data may be missing, so what is known of the series stays as it was: a store is away',
    );
    warnings = ['PromQL warning: mixed histograms'];
    await source.inspect(group, { at, signal, previous: inspection });
  });

  it('makes do with what there is the first time, and asks again', async () => {
    const { source, group } = setUp();
    const minute = { from: at, to: new Date(at.getTime() + 60_000) };
    warnings = ['a store is away'];
    const { inspection } = await source.inspect(group, { at, signal });
    const read = await source.read(group, inspection, minute, { signal });
    expect(read.inspectAgain).toBe(true);
    const second = await source.inspect(group, {
      at,
      signal,
      previous: inspection,
    });
    expect(second.inspection).toMatchObject({ incomplete: true });
    warnings = [];
    const third = await source.inspect(group, {
      at,
      signal,
      previous: second.inspection,
    });
    const again = await source.read(group, third.inspection, minute, {
      signal,
    });
    expect(again.inspectAgain).toBe(false);
  });
});
