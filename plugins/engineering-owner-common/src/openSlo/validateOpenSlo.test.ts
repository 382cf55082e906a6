import {
  changed,
  condition,
  document,
  Plain,
  policy,
  ratio,
  sli,
  slo,
  threshold,
} from './fixtures/documents';
import { OpenSloPath } from './model';
import { validateOpenSloObjects } from './validateOpenSlo';

const problemsOf = (...values: unknown[]) =>
  validateOpenSloObjects(values).problems.map(
    ({ path, message }) => `${path} ${message}`,
  );

/** `spec.objectives[0].target` as steps. */
const steps = (path: string): OpenSloPath =>
  path
    .split(/[.[\]]/)
    .filter(step => step !== '')
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));

type Row = [path: string, value: unknown, problem?: string];

function tableOf(name: string, valid: () => unknown, rows: Row[]) {
  describe(`${name}`, () => {
    it('is valid as it stands', () => {
      const { documents, problems } = validateOpenSloObjects([valid()]);
      expect(problems).toEqual([]);
      expect(documents).toHaveLength(1);
    });

    const named = rows.map(([path, value, problem]) => ({
      title: `${path}: ${(JSON.stringify(value) ?? 'absent').slice(0, 60)}`,
      row: { path, value, problem },
    }));
    it.each(named)('$title', ({ row: { path, value, problem } }) => {
      const found = problemsOf(changed(valid(), steps(path), value));
      // One mistake is told once, and nothing beside it.
      expect(found.map(each => each.includes(problem ?? '\n'))).toEqual(
        problem === undefined ? [] : [true],
      );
    });
  });
}

const withSpec = (changes: Plain) =>
  Object.entries(changes).reduce<unknown>(
    (value, [key, to]) => changed(value, ['spec', key], to),
    slo(),
  );

const inThreshold = () =>
  withSpec({
    indicator: { metadata: { name: 'queue' }, spec: threshold() },
    objectives: [{ op: 'lt', value: 500, target: 0.99 }],
  });

const inSlices = () =>
  withSpec({
    budgetingMethod: 'Timeslices',
    objectives: [
      { target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: '1m' },
    ],
  });

const inRatioSlices = () =>
  withSpec({
    budgetingMethod: 'RatioTimeslices',
    objectives: [{ target: 0.99, timeSliceWindow: 5 }],
  });

const onCalendar = () =>
  withSpec({
    timeWindow: [
      {
        duration: '1M',
        isRolling: false,
        calendar: {
          startTime: '2022-01-31 12:00:00',
          timeZone: 'Asia/Kolkata',
        },
      },
    ],
  });

const composite = () =>
  withSpec({
    indicator: undefined,
    objectives: [
      { target: 0.99, indicatorRef: 'errors', compositeWeight: 2 },
      {
        target: 0.9,
        indicator: { metadata: { name: 'b' }, spec: { ratioMetric: ratio() } },
      },
    ],
  });

const raw = () =>
  document('SLI', {
    ratioMetric: {
      rawType: 'success',
      raw: {
        metricSource: { metricSourceRef: 'thanos', spec: { query: 'r' } },
      },
    },
  });

tableOf('every document', () => document('Service', {}), [
  [
    'apiVersion',
    'openslo/v1alpha',
    'apiVersion is "openslo/v1alpha"; expected openslo/v1',
  ],
  ['apiVersion', undefined, 'apiVersion is missing; expected openslo/v1'],
  ['apiVersion', 1, 'apiVersion is 1; expected openslo/v1'],
  ['kind', 'Slo', 'kind is "Slo"; expected SLO, SLI, Service,'],
  ['kind', undefined, 'kind is missing; expected SLO,'],
  [
    'status',
    {},
    'status is no field of OpenSLO v1; here may stand apiVersion, kind, metadata or spec',
  ],
  [
    'metadata',
    undefined,
    'metadata is missing; expected a mapping with a name',
  ],
  ['metadata', [], 'metadata is a list of 0; expected a mapping with a name'],
  [
    'metadata.name',
    undefined,
    'metadata.name is missing; expected a name after RFC 1123',
  ],
  ['metadata.name', 'a'.repeat(63)],
  ['metadata.name', 'a'.repeat(64), 'metadata.name is "aaa'],
  ['metadata.name', 'my service', 'metadata.name is "my service"; expected'],
  ['metadata.name', 'Checkout', 'metadata.name is "Checkout"; expected'],
  ['metadata.name', '-a', 'metadata.name is "-a"; expected'],
  ['metadata.name', 'a-', 'metadata.name is "a-"; expected'],
  ['metadata.name', 'a.b', 'metadata.name is "a.b"; expected'],
  ['metadata.name', 42, 'metadata.name is 42; expected'],
  ['metadata.name', '0'],
  ['metadata.displayName', 7, 'metadata.displayName is 7; expected a text'],
  ['metadata.owner', 'x', 'metadata.owner is no field of OpenSLO v1'],
  ['metadata.labels', { env: ['prod', 'test'], team: 'a' }],
  ['metadata.labels', null],
  [
    'metadata.labels',
    'env=prod',
    'metadata.labels is "env=prod"; expected a mapping',
  ],
  [
    'metadata.labels',
    { tier: 1 },
    'metadata.labels.tier is 1; expected a text or a list of texts; quote',
  ],
  [
    'metadata.labels',
    { on: true },
    'metadata.labels.on is true; expected a text',
  ],
  [
    'metadata.labels',
    { env: ['prod', 2] },
    'metadata.labels.env[1] is 2; expected a text',
  ],
  [
    'metadata.labels',
    { env: { a: 1 } },
    'metadata.labels.env is a mapping; expected',
  ],
  [
    'metadata.labels',
    { 'a/b': 'x' },
    'metadata.labels["a/b"] is no key of a label',
  ],
  ['metadata.labels', { '': 'x' }, 'metadata.labels[""] is no key of a label'],
  ['metadata.labels', { ['k'.repeat(63)]: 'x' }],
  ['metadata.labels', { ['k'.repeat(64)]: 'x' }, 'is no key of a label'],
  ['metadata.annotations', { 'openslo.com/a': 'x', 'b.C_d': '' }],
  [
    'metadata.annotations',
    ['a'],
    'metadata.annotations is a list of 1; expected a mapping',
  ],
  [
    'metadata.annotations',
    { a: 1 },
    'metadata.annotations.a is 1; expected a text; quote',
  ],
  [
    'metadata.annotations',
    { a: ['x'] },
    'metadata.annotations.a is a list of 1; expected a text',
  ],
  [
    'metadata.annotations',
    { 'Upper.com/a': 'x' },
    'is no key of an annotation',
  ],
  ['metadata.annotations', { 'a/b/c': 'x' }, 'is no key of an annotation'],
  ['metadata.annotations', { '/a': 'x' }, 'is no key of an annotation'],
  ['metadata.annotations', { [`${'a.'.repeat(126)}a/k`]: 'x' }],
  [
    'metadata.annotations',
    { [`${'a.'.repeat(127)}a/k`]: 'x' },
    'is no key of an annotation',
  ],
  ['spec.description', '…'.repeat(1050)],
  [
    'spec.description',
    '…'.repeat(1051),
    'spec.description has 1051 characters; at most 1050',
  ],
  [
    'spec.description',
    ['a'],
    'spec.description is a list of 1; expected a text',
  ],
  ['spec', 'x', 'spec is "x"; expected a mapping'],
  ['spec', undefined],
]);

tableOf('an SLO', slo, [
  ['spec', undefined, 'spec is missing; expected a mapping with service'],
  [
    'spec.service',
    undefined,
    'spec.service is missing; expected the name of the service',
  ],
  ['spec.service', ' ', 'spec.service is " "; expected'],
  ['spec.owner', 'x', 'spec.owner is no field of OpenSLO v1'],
  [
    'spec.budgetingMethod',
    'occurrences',
    'spec.budgetingMethod is "occurrences"; expected Occurrences, Timeslices or RatioTimeslices',
  ],
  ['spec.budgetingMethod', undefined, 'spec.budgetingMethod is missing'],
  ['spec.indicator', undefined, 'spec has neither indicator nor indicatorRef'],
  ['spec.indicatorRef', 'errors', 'spec.indicatorRef stands beside indicator'],
  ['spec.indicator.metadata', undefined, 'spec.indicator.metadata is missing'],
  ['spec.indicator.spec', undefined, 'spec.indicator.spec is missing'],
  [
    'spec.indicator',
    'errors',
    'spec.indicator is "errors"; expected a mapping with metadata and spec',
  ],
  [
    'spec.objectives',
    undefined,
    'spec.objectives is missing; expected a list of at least one',
  ],
  [
    'spec.objectives',
    [],
    'spec.objectives is a list of 0; expected a list of at least one',
  ],
  [
    'spec.objectives',
    { target: 0.9 },
    'spec.objectives is a mapping; expected a list',
  ],
  ['spec.objectives', [{ target: 0.9 }, { targetPercent: 99 }]],
  ['spec.objectives[0]', 0.9, 'spec.objectives[0] is 0.9; expected a mapping'],
  ['spec.objectives[0].target', 0],
  [
    'spec.objectives[0].target',
    1,
    'spec.objectives[0].target is 1; expected a fraction from 0',
  ],
  [
    'spec.objectives[0].target',
    99.9,
    'spec.objectives[0].target is 99.9; expected a fraction',
  ],
  [
    'spec.objectives[0].target',
    -0.1,
    'spec.objectives[0].target is -0.1; expected',
  ],
  [
    'spec.objectives[0].target',
    NaN,
    'spec.objectives[0].target is NaN; expected',
  ],
  [
    'spec.objectives[0].target',
    '0.9',
    'spec.objectives[0].target is "0.9"; expected',
  ],
  [
    'spec.objectives[0].target',
    undefined,
    'spec.objectives[0] has neither target nor targetPercent',
  ],
  [
    'spec.objectives[0].targetPercent',
    99.9,
    'spec.objectives[0].targetPercent stands beside target',
  ],
  ['spec.objectives[0]', { targetPercent: 0 }],
  ['spec.objectives[0]', { targetPercent: 99.999 }],
  [
    'spec.objectives[0]',
    { targetPercent: 100 },
    'targetPercent is 100; expected a percentage',
  ],
  [
    'spec.objectives[0].op',
    'gt',
    'spec.objectives[0].op is only of threshold metrics',
  ],
  [
    'spec.objectives[0].value',
    1,
    'spec.objectives[0].value is only of threshold metrics',
  ],
  [
    'spec.objectives[0].compositeWeight',
    1,
    'compositeWeight is only of composite SLOs',
  ],
  [
    'spec.objectives[0].weight',
    1,
    'spec.objectives[0].weight is no field of OpenSLO v1',
  ],
  [
    'spec.objectives[0].indicatorRef',
    'errors',
    'spec.objectives[0] has an indicator of its own',
  ],
  [
    'spec.objectives[0].timeSliceTarget',
    0,
    'timeSliceTarget is 0; expected a fraction above 0',
  ],
  ['spec.alertPolicies', null],
  ['spec.alertPolicies', []],
  [
    'spec.alertPolicies',
    'fast',
    'spec.alertPolicies is "fast"; expected a list',
  ],
  [
    'spec.alertPolicies',
    ['fast'],
    'spec.alertPolicies[0] is "fast"; expected alertPolicyRef, or kind AlertPolicy',
  ],
  [
    'spec.alertPolicies',
    [
      { alertPolicyRef: 'fast-burn' },
      { alertPolicyRef: './policies/slow.yaml' },
    ],
  ],
  [
    'spec.alertPolicies',
    [{ alertPolicyRef: 'Fast Burn' }],
    'spec.alertPolicies[0].alertPolicyRef is "Fast Burn"; expected a name',
  ],
  [
    'spec.alertPolicies',
    [{}],
    'spec.alertPolicies[0].alertPolicyRef is missing',
  ],
  [
    'spec.alertPolicies',
    [{ kind: 'AlertPolicy', metadata: { name: 'a' }, spec: policy() }],
  ],
  [
    'spec.alertPolicies',
    [{ kind: 'Policy', metadata: { name: 'a' }, spec: policy() }],
    'spec.alertPolicies[0].kind is "Policy"; expected AlertPolicy',
  ],
  [
    'spec.alertPolicies',
    [{ alertPolicyRef: 'a', kind: 'AlertPolicy' }],
    'spec.alertPolicies[0].alertPolicyRef stands beside kind',
  ],
  [
    'spec.timeWindow',
    undefined,
    'spec.timeWindow is missing; expected a list of exactly one window',
  ],
  [
    'spec.timeWindow',
    { duration: '4w', isRolling: true },
    'spec.timeWindow is a mapping; expected a list',
  ],
  ['spec.timeWindow', [], 'spec.timeWindow is a list of 0; expected'],
  [
    'spec.timeWindow',
    [
      { duration: '4w', isRolling: true },
      { duration: '1w', isRolling: true },
    ],
    'spec.timeWindow is a list of 2; expected a list of exactly one',
  ],
  [
    'spec.timeWindow[0].duration',
    undefined,
    'spec.timeWindow[0].duration is missing; expected a number and one of m (minutes)',
  ],
  [
    'spec.timeWindow[0].isRolling',
    undefined,
    'spec.timeWindow[0].isRolling is missing; expected true, or a calendar',
  ],
  [
    'spec.timeWindow[0].isRolling',
    'true',
    'spec.timeWindow[0].isRolling is "true"; expected true or false',
  ],
  [
    'spec.timeWindow[0].calendar',
    { startTime: '2022-01-01 12:00:00', timeZone: 'UTC' },
    'spec.timeWindow[0].calendar stands beside isRolling: true',
  ],
  [
    'spec.timeWindow[0].count',
    1,
    'spec.timeWindow[0].count is no field of OpenSLO v1',
  ],
  ...['12h', '4w', '1M', '1Q', '365d', '1Y', '60m'].map(
    (duration): Row => ['spec.timeWindow[0].duration', duration],
  ),
  ...[
    '',
    '4',
    'w',
    '4W',
    '1y',
    '1q',
    '30s',
    '1.5d',
    '-1d',
    '0d',
    '1d12h',
    ' 1d',
    'P30D',
    30,
  ].map(
    (duration): Row => [
      'spec.timeWindow[0].duration',
      duration,
      `spec.timeWindow[0].duration is ${JSON.stringify(
        duration,
      )}; expected a number and one of m`,
    ],
  ),
  [
    'spec.timeWindow[0].duration',
    '1m',
    'spec.timeWindow[0].duration is 1 minute; months are written with a capital letter, 1M',
  ],
]);

tableOf('an SLO on a calendar', onCalendar, [
  ['spec.timeWindow[0].isRolling', undefined],
  [
    'spec.timeWindow[0].calendar',
    undefined,
    'spec.timeWindow[0].calendar is missing; expected startTime and timeZone',
  ],
  [
    'spec.timeWindow[0].calendar',
    'monthly',
    'spec.timeWindow[0].calendar is "monthly"; expected a mapping',
  ],
  [
    'spec.timeWindow[0].calendar.day',
    1,
    'spec.timeWindow[0].calendar.day is no field',
  ],
  ...[
    undefined,
    '2022-01-01',
    '2022-01-01T12:00:00',
    '2022-01-01T12:00:00Z',
    '2022-02-30 12:00:00',
    '2022-13-01 12:00:00',
    '2022-01-01 24:00:00',
    '2022-1-1 1:00:00',
    20220101,
    new Date(0),
  ].map(
    (value): Row => [
      'spec.timeWindow[0].calendar.startTime',
      value,
      'expected a date and time of day, YYYY-MM-DD hh:mm:ss',
    ],
  ),
  ['spec.timeWindow[0].calendar.startTime', '2024-02-29 23:59:59'],
  ...[
    'UTC',
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
  ].map((value): Row => ['spec.timeWindow[0].calendar.timeZone', value]),
  ...[undefined, 'Mars/Olympus', 'utc+2', '+02:00', 'local', 'Local', 5].map(
    (value): Row => [
      'spec.timeWindow[0].calendar.timeZone',
      value,
      'expected the IANA name of a time zone',
    ],
  ),
]);

tableOf('an SLO of a threshold', inThreshold, [
  [
    'spec.objectives[0].op',
    undefined,
    'spec.objectives[0].op is missing; expected lte, gte, lt or gt',
  ],
  ['spec.objectives[0].op', '<', 'spec.objectives[0].op is "<"; expected lte'],
  [
    'spec.objectives[0].value',
    undefined,
    'spec.objectives[0].value is missing; expected the number',
  ],
  [
    'spec.objectives[0].value',
    '500',
    'spec.objectives[0].value is "500"; expected the number',
  ],
  ['spec.objectives[0].value', -1.5],
  [
    'spec.objectives[1]',
    { op: 'lt', value: 9, target: 0.9 },
    'spec.objectives[1] is the second objective of a threshold metric',
  ],
]);

tableOf('an SLO of time slices', inSlices, [
  [
    'spec.objectives[0].timeSliceTarget',
    undefined,
    'timeSliceTarget is missing; expected a fraction above 0',
  ],
  ['spec.objectives[0].timeSliceTarget', 1],
  [
    'spec.objectives[0].timeSliceTarget',
    1.1,
    'timeSliceTarget is 1.1; expected a fraction above 0 and at most 1',
  ],
  ['spec.objectives[0].timeSliceTarget', 0, 'timeSliceTarget is 0; expected'],
  [
    'spec.objectives[0].timeSliceWindow',
    undefined,
    'timeSliceWindow is missing; expected a number of minutes',
  ],
  ['spec.objectives[0].timeSliceWindow', 5],
  [
    'spec.objectives[0].timeSliceWindow',
    0,
    'timeSliceWindow is 0; expected a number of minutes',
  ],
  [
    'spec.objectives[0].timeSliceWindow',
    '0m',
    'timeSliceWindow is "0m"; expected',
  ],
  [
    'spec.objectives[0].timeSliceWindow',
    '5',
    'timeSliceWindow is "5"; expected',
  ],
]);

tableOf('an SLO of averaged slices', inRatioSlices, [
  ['spec.objectives[0].timeSliceTarget', 0.9],
  [
    'spec.objectives[0].timeSliceWindow',
    undefined,
    'timeSliceWindow is missing',
  ],
]);

tableOf('a composite SLO', composite, [
  [
    'spec.objectives[0].compositeWeight',
    0,
    'compositeWeight is 0; expected a number above 0',
  ],
  [
    'spec.objectives[0].compositeWeight',
    '1',
    'compositeWeight is "1"; expected a number above 0',
  ],
  ['spec.objectives[0].compositeWeight', undefined],
  [
    'spec.objectives[0].indicatorRef',
    undefined,
    'spec.objectives[0] has neither indicator nor indicatorRef',
  ],
  [
    'spec.objectives[0].indicatorRef',
    'A',
    'spec.objectives[0].indicatorRef is "A"; expected a name',
  ],
  [
    'spec.objectives[1].op',
    'gt',
    'spec.objectives[1].op is only of threshold metrics',
  ],
  [
    'spec.objectives[1].indicatorRef',
    'errors',
    'spec.objectives[1].indicatorRef stands beside indicator',
  ],
]);

tableOf('an SLI', sli, [
  [
    'spec',
    undefined,
    'spec is missing; expected a mapping with ratioMetric or thresholdMetric',
  ],
  [
    'spec.ratioMetric',
    undefined,
    'spec has neither thresholdMetric nor ratioMetric',
  ],
  [
    'spec.thresholdMetric',
    { metricSource: { type: 'A', spec: { a: 1 } } },
    'spec.ratioMetric stands beside thresholdMetric',
  ],
  ['spec.ratioMetric.counter', undefined],
  [
    'spec.ratioMetric.counter',
    'true',
    'spec.ratioMetric.counter is "true"; expected true for a counter',
  ],
  [
    'spec.ratioMetric.bad',
    undefined,
    'spec.ratioMetric has neither good nor bad',
  ],
  [
    'spec.ratioMetric.good',
    ratio().bad,
    'spec.ratioMetric.bad stands beside good',
  ],
  [
    'spec.ratioMetric.total',
    undefined,
    'spec.ratioMetric.total is missing; expected the metric of all events',
  ],
  [
    'spec.ratioMetric.rawType',
    'success',
    'spec.ratioMetric.rawType stands without raw',
  ],
  ['spec.ratioMetric.all', {}, 'spec.ratioMetric.all is no field'],
  [
    'spec.ratioMetric.total',
    'up',
    'spec.ratioMetric.total is "up"; expected a mapping with metricSource',
  ],
  [
    'spec.ratioMetric.total.query',
    'up',
    'spec.ratioMetric.total.query is no field',
  ],
  ['spec.ratioMetric.total.metricSource', undefined, 'metricSource is missing'],
  [
    'spec.ratioMetric.total.metricSource.type',
    undefined,
    'metricSource.type is missing; expected the type of the source, for example Prometheus, or a metricSourceRef',
  ],
  [
    'spec.ratioMetric.total.metricSource.metricSourceRef',
    'My Source',
    'metricSourceRef is "My Source"; expected a name',
  ],
  [
    'spec.ratioMetric.total.metricSource.spec',
    undefined,
    'metricSource.spec is missing',
  ],
  [
    'spec.ratioMetric.total.metricSource.spec',
    {},
    'metricSource.spec is a mapping; expected a mapping with',
  ],
  [
    'spec.ratioMetric.total.metricSource.spec',
    'up',
    'metricSource.spec is "up"; expected',
  ],
  ['spec.ratioMetric.total.metricSource.spec', { anything: [1] }],
]);

tableOf('an SLI of a ratio that is one already', raw, [
  [
    'spec.ratioMetric.rawType',
    undefined,
    'spec.ratioMetric.rawType is missing; expected success or failure',
  ],
  [
    'spec.ratioMetric.rawType',
    'good',
    'spec.ratioMetric.rawType is "good"; expected success or failure',
  ],
  [
    'spec.ratioMetric.total',
    ratio().total,
    'spec.ratioMetric.total stands beside raw',
  ],
  [
    'spec.ratioMetric.bad',
    ratio().bad,
    'spec.ratioMetric.bad stands beside raw',
  ],
]);

tableOf(
  'a DataSource',
  () =>
    document('DataSource', {
      type: 'Prometheus',
      connectionDetails: { url: 'x' },
    }),
  [
    [
      'spec.type',
      undefined,
      'spec.type is missing; expected the type of the source',
    ],
    ['spec.connectionDetails', undefined, 'spec.connectionDetails is missing'],
    ['spec.connectionDetails', ['any', 'thing']],
    ['spec.url', 'x', 'spec.url is no field'],
    ['spec', undefined, 'spec is missing'],
  ],
);

tableOf(
  'an AlertNotificationTarget',
  () => document('AlertNotificationTarget', { target: 'slack' }),
  [
    [
      'spec.target',
      undefined,
      'spec.target is missing; expected whom it notifies',
    ],
    ['spec.target', ['slack'], 'spec.target is a list of 1; expected'],
  ],
);

tableOf('an AlertCondition', () => document('AlertCondition', condition()), [
  ['spec.severity', undefined, 'spec.severity is missing; expected a severity'],
  ['spec.condition', undefined, 'spec.condition is missing'],
  ['spec.condition.kind', undefined],
  [
    'spec.condition.kind',
    'ratio',
    'spec.condition.kind is "ratio"; expected burnrate',
  ],
  [
    'spec.condition.op',
    undefined,
    'spec.condition.op is missing; expected lte, gte, lt or gt',
  ],
  [
    'spec.condition.threshold',
    undefined,
    'spec.condition.threshold is missing; expected a number',
  ],
  [
    'spec.condition.threshold',
    '2',
    'spec.condition.threshold is "2"; expected a number',
  ],
  [
    'spec.condition.lookbackWindow',
    undefined,
    'spec.condition.lookbackWindow is missing',
  ],
  [
    'spec.condition.lookbackWindow',
    '0m',
    'spec.condition.lookbackWindow is "0m"; expected',
  ],
  ['spec.condition.alertAfter', undefined],
  ['spec.condition.alertAfter', '0m'],
  [
    'spec.condition.alertAfter',
    '5',
    'spec.condition.alertAfter is "5"; expected',
  ],
]);

tableOf('an AlertPolicy', () => document('AlertPolicy', policy()), [
  [
    'spec.alertWhenNoData',
    'yes',
    'spec.alertWhenNoData is "yes"; expected true or false',
  ],
  [
    'spec.conditions',
    undefined,
    'spec.conditions is missing; expected a list of exactly one condition',
  ],
  [
    'spec.conditions',
    [{ conditionRef: 'a' }, { conditionRef: 'b' }],
    'spec.conditions is a list of 2; expected a list of exactly one',
  ],
  [
    'spec.conditions',
    [{ kind: 'AlertCondition', metadata: { name: 'a' }, spec: condition() }],
  ],
  [
    'spec.conditions',
    [{ kind: 'AlertCondition', metadata: { name: 'a' } }],
    'spec.conditions[0].spec is missing',
  ],
  [
    'spec.conditions[0].conditionRef',
    3,
    'spec.conditions[0].conditionRef is 3; expected a name',
  ],
  [
    'spec.notificationTargets',
    [],
    'spec.notificationTargets is a list of 0; expected a list of at least one',
  ],
  [
    'spec.notificationTargets',
    undefined,
    'spec.notificationTargets is missing',
  ],
  [
    'spec.notificationTargets',
    [
      {
        kind: 'AlertNotificationTarget',
        metadata: { name: 'a' },
        spec: { target: 'mail' },
      },
      { targetRef: 'b' },
    ],
  ],
]);

describe('validateOpenSlo', () => {
  it.each([null, undefined, 7, 'text', [], true])('refuses %j', value => {
    expect(problemsOf(value)).toEqual([
      expect.stringContaining('is no mapping; expected apiVersion: openslo/v1'),
    ]);
  });

  it('tells every mistake of a document, and lets no document hide another', () => {
    const bad = changed(
      changed(slo(), ['spec', 'objectives', 0, 'target'], 2),
      ['metadata', 'name'],
      'Bad',
    );
    const { documents, problems } = validateOpenSloObjects([
      bad,
      'nonsense',
      sli(),
    ]);
    expect(
      problems.map(({ document: { index }, path }) => [index, path]),
    ).toEqual([
      [0, 'metadata.name'],
      [0, 'spec.objectives[0].target'],
      [1, ''],
    ]);
    expect(documents.map(({ name }) => name)).toEqual(['errors']);
  });

  it('knows from the SLI beside it whether op may stand', () => {
    const byRef = changed(
      changed(slo(), ['spec', 'indicator'], undefined),
      ['spec', 'indicatorRef'],
      'errors',
    );
    const withOp = changed(byRef, ['spec', 'objectives', 0, 'op'], 'gt');
    expect(problemsOf(byRef, sli())).toEqual([]);
    expect(problemsOf(withOp, sli())).toEqual([
      expect.stringContaining('op is only of threshold metrics'),
    ]);
    // Nobody knows what it is.
    expect(problemsOf(withOp)).toEqual([]);
    expect(
      problemsOf(byRef, changed(sli(), ['spec'], threshold())),
    ).toHaveLength(2);
  });

  it('refuses a name given twice, naming both places, but not across kinds', () => {
    const { documents, problems } = validateOpenSloObjects([
      slo(),
      slo(),
      sli('checkout-orders'),
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'is the name of another SLO too, at document 1; names are unique per kind, so neither is used',
      'is the name of another SLO too, at document 0; names are unique per kind, so neither is used',
    ]);
    expect(documents.map(({ kind }) => kind)).toEqual(['SLI']);
  });

  it('lets no document that breaks a rule take the name of a sound one', () => {
    const broken = changed(slo(), ['spec', 'objectives', 0, 'target'], 2);
    const { documents, problems } = validateOpenSloObjects([broken, slo()]);

    expect(problems).toEqual([
      expect.objectContaining({
        document: expect.objectContaining({ index: 0 }),
        path: 'spec.objectives[0].target',
      }),
    ]);
    expect(documents.map(({ index }) => index)).toEqual([1]);
  });

  it('knows how an SLI is measured from the sound one of its name', () => {
    const byRef = changed(
      changed(
        changed(slo(), ['spec', 'indicator'], undefined),
        ['spec', 'indicatorRef'],
        'errors',
      ),
      ['spec', 'objectives', 0, 'op'],
      'gt',
    );
    const broken = changed(
      changed(sli(), ['spec'], threshold()),
      ['metadata', 'more'],
      1,
    );
    const told = [
      expect.stringContaining('op is only of threshold metrics'),
      expect.stringContaining('metadata.more is no field'),
    ];
    expect(problemsOf(byRef, sli(), broken)).toEqual(told);
    expect(problemsOf(byRef, broken, sli())).toEqual(told);
  });

  it('says of a longer list that it is not read to its end', () => {
    const many = Array.from({ length: 101 }, (_, i) => ({
      displayName: `O ${i}`,
      target: 0.5 + i / 1000,
    }));
    const labels = Object.fromEntries(many.map((_, i) => [`k${i}`, 'v']));
    expect(
      problemsOf(changed(slo(), ['spec', 'objectives'], many)),
    ).toContainEqual(
      expect.stringContaining(
        'spec.objectives has 101 items; at most 100 are read',
      ),
    );
    expect(problemsOf(changed(slo(), ['metadata', 'labels'], labels))).toEqual([
      expect.stringContaining(
        'metadata.labels has 101 keys; at most 100 are read',
      ),
    ]);
  });

  it('ends its list of problems', () => {
    const labels = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [`k${i}`, i]),
    );
    const found = validateOpenSloObjects([
      changed(slo(), ['metadata', 'labels'], labels),
    ]).problems;
    expect(found).toHaveLength(51);
    expect(found.at(-1)?.code).toBe('too_many_problems');
  });

  it('takes nothing from prototypes', () => {
    const odd = JSON.parse(
      '{"apiVersion":"openslo/v1","kind":"Service","metadata":{"name":"a","__proto__":{"x":1}},"constructor":1}',
    );
    expect(problemsOf(odd)).toEqual([
      expect.stringContaining('constructor is no field'),
      expect.stringContaining('metadata.__proto__ is no field'),
    ]);
  });
});
