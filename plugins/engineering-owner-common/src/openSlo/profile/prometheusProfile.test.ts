import {
  changed,
  document,
  Plain,
  ratio,
  sli,
  slo,
  threshold,
} from '../fixtures/documents';
import { describeOpenSloProblem } from '../place';
import { validateOpenSloObjects } from '../validateOpenSlo';
import { applyPrometheusProfile } from './prometheusProfile';

/** What documents without a mistake mean. */
function profile(...values: unknown[]) {
  const { documents, problems } = validateOpenSloObjects(values);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const applied = applyPrometheusProfile(documents);
  return {
    definitions: applied.definitions.map(({ document: _, ...rest }) => rest),
    refused: applied.problems.map(describeOpenSloProblem),
  };
}

const spec = (
  path: Array<string | number>,
  value: unknown,
  from: unknown = slo(),
) => changed(from, ['spec', ...path], value);

const metric = (query: string, source: Plain = { type: 'Prometheus' }) => ({
  metricSource: { ...source, spec: { query } },
});

const withRatio = (ratioMetric: Plain) =>
  spec(['indicator', 'spec'], { ratioMetric });

describe('applyPrometheusProfile', () => {
  it('knows of what it refuses what it promises, and why it cannot be measured', () => {
    const ambiguous = spec(
      ['indicator', 'spec', 'ratioMetric', 'counter'],
      false,
    );
    const byRef = changed(
      spec(
        ['indicatorRef'],
        'errors',
        spec(
          ['indicator'],
          undefined,
          changed(slo(), ['metadata', 'name'], 'b'),
        ),
      ),
      ['spec', 'objectives'],
      [
        { displayName: 'One', target: 0.9 },
        { displayName: 'Two', target: 0.99 },
      ],
    );
    const broken = spec(['ratioMetric', 'counter'], false, sli());
    const { documents } = validateOpenSloObjects([ambiguous, byRef, broken]);
    const { definitions, refused } = applyPrometheusProfile(documents);

    expect(definitions).toEqual([]);
    expect(
      refused.map(({ name, objective, window, written, reason }) => [
        name,
        objective,
        window.duration,
        Object.keys(written),
        `${reason.document.kind} ${reason.path}`,
      ]),
    ).toEqual([
      [
        'checkout-orders',
        0.999,
        '28d',
        ['ratioMetric'],
        'SLO spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
      ],
      [
        'b-one',
        0.9,
        '28d',
        ['indicatorRef'],
        'SLI spec.ratioMetric.total.metricSource.spec.query',
      ],
      [
        'b-two',
        0.99,
        '28d',
        ['indicatorRef'],
        'SLI spec.ratioMetric.total.metricSource.spec.query',
      ],
    ]);
  });

  it('makes a definition of an SLO', () => {
    expect(profile(slo())).toEqual({
      definitions: [
        {
          name: 'checkout-orders',
          title: 'Orders are taken',
          objective: 0.999,
          window: { type: 'rolling', duration: '28d', seconds: 2_419_200 },
          service: 'checkout',
          source: { type: 'prometheus' },
          indicatorAt: {},
          indicator: {
            ratio: {
              total: 'http_requests_total',
              bad: 'http_requests_total{code=~"5.."}',
            },
          },
        },
      ],
      refused: [],
    });
  });

  it.each([
    ['30d', { type: 'rolling', duration: '30d', seconds: 2_592_000 }],
    ['1M', { type: 'rolling', duration: '30d', seconds: 2_592_000 }],
    ['1Q', { type: 'rolling', duration: '90d', seconds: 7_776_000 }],
    ['12h', { type: 'rolling', duration: '12h', seconds: 43_200 }],
    ['60m', { type: 'rolling', duration: '1h', seconds: 3_600 }],
  ])('reads a rolling window of %s', (duration, window) => {
    const [definition] = profile(
      spec(['timeWindow', 0, 'duration'], duration),
    ).definitions;
    expect(definition.window).toEqual(window);
  });

  it('reads a window of the calendar', () => {
    const [definition] = profile(
      spec(
        ['timeWindow'],
        [
          {
            duration: '1M',
            calendar: {
              startTime: '2022-01-01 12:00:00',
              timeZone: 'Asia/Kolkata',
            },
          },
        ],
      ),
    ).definitions;
    expect(definition.window).toEqual({
      type: 'calendar',
      duration: '1M',
      seconds: 2_592_000,
      startTime: '2022-01-01T12:00:00',
      timeZone: 'Asia/Kolkata',
    });
  });

  it('refuses a window of the calendar that is shorter than a day', () => {
    const calendar = {
      startTime: '2022-01-01 12:00:00',
      timeZone: 'Asia/Kolkata',
    };
    expect(
      profile(spec(['timeWindow'], [{ duration: '12h', calendar }])),
    ).toEqual({
      definitions: [],
      refused: [
        expect.stringContaining(
          'spec.timeWindow[0].duration is "12h"; calendar windows are whole periods of d, w, M, Q or Y',
        ),
      ],
    });
  });

  it.each([
    ['1m', 'is "1m"; windows are whole hours from 1h to 400d'],
    ['90m', 'is "90m"; windows are whole hours'],
    ['2Y', 'is "2Y"; windows are whole hours from 1h to 400d'],
  ])('refuses a window of %s', (duration, message) => {
    expect(profile(spec(['timeWindow', 0, 'duration'], duration))).toEqual({
      definitions: [],
      refused: [
        expect.stringContaining(`spec.timeWindow[0].duration ${message}`),
      ],
    });
  });

  it.each<[string, Plain, unknown]>([
    [
      'good selectors',
      { counter: true, good: metric('m{code!~"5.."}'), total: metric('m') },
      { ratio: { total: 'm', good: 'm{code!~"5.."}' } },
    ],
    [
      'brackets and operators within quotes',
      {
        counter: true,
        bad: metric(`m{path=~"/a(b|c)+[0-9]*", x='{{.y}}'}`),
        total: metric('m'),
      },
      { ratio: { total: 'm', bad: `m{path=~"/a(b|c)+[0-9]*", x='{{.y}}'}` } },
    ],
    [
      'queries over the window',
      {
        counter: true,
        bad: metric('sum(increase(b[{{.window}}]))'),
        total: metric('sum(increase(t[{{.window}}]))'),
      },
      {
        ratioQuery: {
          bad: 'sum(increase(b[{{.window}}]))',
          total: 'sum(increase(t[{{.window}}]))',
        },
      },
    ],
    [
      'queries over the window that are no counters',
      {
        good: metric('count_over_time(b[{{.window}}])'),
        total: metric('count_over_time(t[{{.window}}])'),
      },
      {
        ratioQuery: {
          good: 'count_over_time(b[{{.window}}])',
          total: 'count_over_time(t[{{.window}}])',
        },
      },
    ],
    [
      'a ratio of successes',
      { raw: metric(' job:success:ratio '), rawType: 'success' },
      { rawRatio: { query: 'job:success:ratio', rawType: 'success' } },
    ],
    [
      'a ratio of failures',
      { counter: true, raw: metric('avg(failed)'), rawType: 'failure' },
      { rawRatio: { query: 'avg(failed)', rawType: 'failure' } },
    ],
  ])('reads %s', (_, ratioMetric, indicator) => {
    const { definitions, refused } = profile(withRatio(ratioMetric));
    expect(refused).toEqual([]);
    expect(definitions[0].indicator).toEqual(indicator);
  });

  const at = 'spec.indicator.spec.ratioMetric';
  it.each<[string, Plain, string[]]>([
    [
      'selectors that are not said to be counters',
      { bad: metric('b'), total: metric('t') },
      [
        `${at}.total.metricSource.spec.query does not say over which time it counts; set counter: true`,
      ],
    ],
    [
      'a query without a window',
      {
        counter: true,
        good: metric('sum(http_requests{code=~"2xx|4xx"})'),
        total: metric('t'),
      },
      [
        `${at}.good.metricSource.spec.query is more than a bare selector and does not contain {{.window}}`,
      ],
    ],
    [
      'a fixed range',
      {
        counter: true,
        bad: metric('increase(b[5m])'),
        total: metric('increase(t[5m])'),
      },
      [
        `${at}.bad.metricSource.spec.query is more than`,
        `${at}.total.metricSource.spec.query is more than`,
      ],
    ],
    [
      'a window in one query only',
      {
        counter: true,
        bad: metric('b'),
        total: metric('sum(increase(t[{{.window}}]))'),
      },
      [
        `${at}.bad.metricSource.spec.query does not contain {{.window}} although the other query does`,
      ],
    ],
    [
      'a placeholder of another spelling',
      {
        bad: metric('increase(b[{{ .window }}])'),
        total: metric('increase(t[{{.window}}])'),
      },
      [
        `${at}.bad.metricSource.spec.query has the placeholder {{ .window }}; the only one is {{.window}}`,
      ],
    ],
    [
      'a placeholder of Grafana',
      {
        bad: metric('increase(b[$__range])'),
        total: metric('increase(t[{{.window}}])'),
      },
      [`${at}.bad.metricSource.spec.query has the placeholder $__range`],
    ],
    [
      'a raw ratio over a window',
      { raw: metric('avg_over_time(r[{{.window}}])'), rawType: 'success' },
      [
        `${at}.raw.metricSource.spec.query contains {{.window}}; a raw ratio is read sample by sample`,
      ],
    ],
    [
      'another source',
      {
        counter: true,
        bad: metric('b', { type: 'Datadog' }),
        total: metric('t'),
      },
      [`${at}.bad.metricSource.type is "Datadog"; only Prometheus is read`],
    ],
    [
      'two sources',
      {
        counter: true,
        bad: metric('b', { metricSourceRef: 'eu' }),
        total: metric('t', { metricSourceRef: 'us' }),
      },
      [
        `${at}.bad.metricSource.spec.query is asked of the Prometheus "eu", total of the Prometheus "us"`,
      ],
    ],
    [
      'further keys',
      {
        counter: true,
        bad: {
          metricSource: { type: 'Prometheus', spec: { query: 'b', step: 5 } },
        },
        total: metric('t'),
      },
      [`${at}.bad.metricSource.spec.step means nothing to Prometheus here`],
    ],
    [
      'no query',
      {
        counter: true,
        bad: { metricSource: { type: 'Prometheus', spec: { query: 5 } } },
        total: metric('t'),
      },
      [`${at}.bad.metricSource.spec.query is 5; expected a PromQL query`],
    ],
  ])('refuses %s', (_, ratioMetric, messages) => {
    expect(profile(withRatio(ratioMetric))).toEqual({
      definitions: [],
      refused: messages.map(message => expect.stringContaining(message)),
    });
  });

  it('names the Prometheus, whatever the case, by type or DataSource', () => {
    const from = (source: Plain) =>
      withRatio({
        counter: true,
        bad: metric('b', source),
        total: metric('t', source),
      });
    const dataSource = (type: string) => ({
      ...document('DataSource', {
        type,
        connectionDetails: { url: 'http://10.0.0.1' },
      }),
      metadata: { name: 'eu' },
    });
    const sourceOf = (...values: unknown[]) =>
      profile(...values).definitions[0]?.source;

    expect(sourceOf(from({ type: 'PROMETHEUS' }))).toEqual({
      type: 'prometheus',
    });
    expect(sourceOf(from({ metricSourceRef: 'eu' }))).toEqual({
      type: 'prometheus',
      name: 'eu',
    });
    expect(
      sourceOf(from({ metricSourceRef: 'eu' }), dataSource('Prometheus')),
    ).toEqual({ type: 'prometheus', name: 'eu' });
    expect(
      profile(from({ metricSourceRef: 'eu' }), dataSource('Datadog')).refused,
    ).toEqual([
      expect.stringContaining(
        'metricSourceRef is "eu", a DataSource of type "Datadog"; only Prometheus is read',
      ),
      expect.stringContaining(
        'metricSourceRef is "eu", a DataSource of type "Datadog"; only Prometheus is read',
      ),
    ]);
  });

  it('finds the SLI that an SLO names', () => {
    const byRef = spec(
      ['indicatorRef'],
      'errors',
      spec(['indicator'], undefined),
    );
    expect(profile(byRef, sli()).definitions[0].indicator).toEqual(
      profile(slo()).definitions[0].indicator,
    );
    expect(profile(byRef, sli('others'))).toEqual({
      definitions: [],
      refused: [
        'SLO "checkout-orders": spec.indicatorRef is "errors"; there is no valid SLI of that name beside this document',
      ],
    });
  });

  it('tells a mistake of an SLI once, in the SLI, however many SLOs name it', () => {
    const byRef = spec(
      ['indicatorRef'],
      'errors',
      spec(['indicator'], undefined),
    );
    const other = changed(byRef, ['metadata', 'name'], 'other');
    const bad = changed(sli(), ['spec', 'ratioMetric', 'counter'], false);
    expect(profile(byRef, other, bad)).toEqual({
      definitions: [],
      refused: [
        expect.stringContaining('SLI "errors": spec.ratioMetric.total'),
      ],
    });
  });

  it.each<[string, unknown, string]>([
    [
      'time slices',
      spec(
        ['objectives'],
        [{ target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: '1m' }],
        spec(['budgetingMethod'], 'Timeslices'),
      ),
      'spec.budgetingMethod is "Timeslices", which is not supported yet',
    ],
    [
      'averaged slices',
      spec(
        ['objectives'],
        [{ target: 0.9, timeSliceWindow: '1m' }],
        spec(['budgetingMethod'], 'RatioTimeslices'),
      ),
      'spec.budgetingMethod is "RatioTimeslices", which is not supported yet',
    ],
    [
      'thresholds',
      spec(
        ['objectives'],
        [{ target: 0.9, op: 'lt', value: 3 }],
        spec(['indicator', 'spec'], threshold()),
      ),
      'spec.indicator.spec.thresholdMetric is not supported yet',
    ],
    [
      'composites',
      spec(
        ['objectives'],
        [
          {
            target: 0.9,
            indicator: {
              metadata: { name: 'a' },
              spec: { ratioMetric: ratio() },
            },
          },
        ],
        spec(['indicator'], undefined),
      ),
      'spec.objectives[0].indicator makes a composite SLO, which is not supported yet',
    ],
    [
      'a target of 0',
      spec(['objectives', 0, 'target'], 0),
      'spec.objectives[0].target is 0, which nothing can miss',
    ],
  ])(
    'refuses %s with the reason, and nothing beside it',
    (_, document_, message) => {
      const { definitions, refused } = profile(
        document_,
        changed(slo(), ['metadata', 'name'], 'beside'),
      );
      expect(definitions.map(({ name }) => name)).toEqual(['beside']);
      expect(refused).toEqual([expect.stringContaining(message)]);
    },
  );

  it.each<[Plain[], Array<[string, string, number]>]>([
    [
      [{ targetPercent: 99.95 }],
      [['checkout-orders', 'Orders are taken', 0.9995]],
    ],
    [
      [
        { displayName: 'Internal objective', target: 0.995 },
        { displayName: 'SLA', targetPercent: 99 },
      ],
      [
        [
          'checkout-orders-internal-objective',
          'Orders are taken: Internal objective',
          0.995,
        ],
        ['checkout-orders-sla', 'Orders are taken: SLA', 0.99],
      ],
    ],
    [
      [
        { displayName: 'SLA', target: 0.9 },
        { displayName: 'sla!', target: 0.8 },
        { target: 0.7 },
        { displayName: '4', target: 0.6 },
      ],
      [
        ['checkout-orders-1', 'Orders are taken: SLA', 0.9],
        ['checkout-orders-2', 'Orders are taken: sla!', 0.8],
        ['checkout-orders-3', 'Orders are taken: 3', 0.7],
        ['checkout-orders-4', 'Orders are taken: 4', 0.6],
      ],
    ],
  ])('makes an SLO of each objective: %j', (objectives, expected) => {
    const { definitions } = profile(spec(['objectives'], objectives));
    expect(
      definitions.map(({ name, title, objective }) => [name, title, objective]),
    ).toEqual(expected);
  });
});
