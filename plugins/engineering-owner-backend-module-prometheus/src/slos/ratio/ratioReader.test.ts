import { compile } from '../compile';
import { readerOf } from '../readerOf';
import { RatioInspection } from './ratioInspection';
import { requiredLabels, toleratedLabels } from './requiredLabels';
import { compiledRatioSchema } from '../compiled';

function groupOf(ratio: { total: string; bad?: string; good?: string }) {
  const result = compile(
    {
      name: 'availability',
      place: 'templates[0]',
      entityLabel: 'service',
      indicator: { ratio },
    },
    { source: { type: 'prometheus', name: 'default' }, replicaLabels: [] },
  );
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return result.group;
}

const bad = groupOf({ total: 'hits', bad: 'hits{status=~"5.."}' });
const good = groupOf({ total: 'hits', good: 'hits{status=~"2.."}' });
const inspected: RatioInspection = {
  kind: 'ratio',
  at: '2026-03-04T05:00:00.000Z',
  known: ['a', 'b', 'c'],
  lacking: [],
  metLabels: [],
  has: [],
  hadPart: [],
  partExists: true,
  goodSeen: ['a'],
};

function judge(
  group: typeof bad,
  entity: string,
  counts: Record<string, number>,
  inspection: Partial<RatioInspection> = {},
) {
  return readerOf(group.compiled)
    .interpret({ ...inspected, ...inspection })
    .judge(entity, new Map(Object.entries(counts)));
}

describe('A ratio', () => {
  it.each([
    ['bad events', bad, { total: 100, part: 3 }, { bad: 3, total: 100 }],
    ['good events', good, { total: 100, part: 97 }, { bad: 3, total: 100 }],
    [
      'more bad than all',
      bad,
      { total: 100, part: 101 },
      { bad: 100, total: 100 },
    ],
    [
      'more good than all',
      good,
      { total: 100, part: 101 },
      { bad: 0, total: 100 },
    ],
    ['no bad series', bad, { total: 100 }, { bad: 0, total: 100 }],
    [
      'no good series, once good',
      good,
      { total: 100 },
      { bad: 100, total: 100 },
    ],
  ])('with %s', (_, group, counts, expected) => {
    expect(judge(group, 'a', counts)).toEqual({ kind: 'counts', ...expected });
  });

  it('is nothing without a total', () => {
    expect(judge(bad, 'a', { part: 3 })).toBeUndefined();
  });

  const lacking = [{ label: 'status', entities: ['a'] }];
  const everyone = [{ label: 'status', entities: ['a', 'b', 'c'] }];

  it.each([
    [
      'the label does not exist on its series',
      judge(bad, 'a', { total: 9 }, { lacking, has: ['code', 'job'] }),
      'label "status" does not exist on hits of service="a"; it has: code, job',
    ],
    [
      'the label does not exist, even while there is no traffic',
      judge(bad, 'a', { total: 0 }, { lacking, has: ['code'] }),
      'label "status" does not exist on hits of service="a"; it has: code',
    ],
    [
      'it is new and nobody has the label',
      judge(bad, 'new', { total: 9 }, { lacking: everyone, has: ['code'] }),
      'label "status" does not exist on hits of service="new"; it has: code',
    ],
    [
      'nobody was met by the inspection',
      judge(bad, 'a', { total: 9 }, { known: [] }),
      'it is not known yet whether the labels of hits{status=~"5.."} exist for service="a"',
    ],
    [
      'good was never seen',
      judge(good, 'b', { total: 9 }),
      'no series has ever matched hits{status=~"2.."} for service="b"',
    ],
    [
      'the total is no number',
      judge(bad, 'a', { total: NaN, part: 1 }),
      'the increase of hits is NaN',
    ],
    [
      'the metric of the bad events does not exist',
      judge(
        groupOf({ total: 'hits', bad: 'failures{kind="5xx"}' }),
        'a',
        { total: 9 },
        { partExists: false },
      ),
      'no service has a series of failures with the labels of failures{kind="5xx"}',
    ],
  ])('is invalid when %s', (_, reading, message) => {
    expect(reading).toMatchObject({
      kind: 'invalid',
      problem: { message: expect.stringContaining(message) },
    });
  });

  const notServerError = groupOf({ total: 'hits', good: 'hits{code!~"5.."}' });
  const notSuccess = groupOf({ total: 'hits', bad: 'hits{code!~"2.."}' });
  const has = ['status'];

  it('is invalid when no series has the label of bad events, although they answered', () => {
    const counts = { total: 9, part: 8 };
    expect(judge(notSuccess, 'a', counts, { has })).toMatchObject({
      kind: 'invalid',
      problem: {
        message: 'label "code" does not exist on hits; it has: status',
      },
    });
    expect(judge(notSuccess, 'a', counts, { known: [] })).toMatchObject({
      problem: { code: 'sli_not_inspected' },
    });
    expect(judge(notSuccess, 'a', counts, { metLabels: ['code'] })).toEqual({
      kind: 'counts',
      bad: 8,
      total: 9,
    });
  });

  it('is invalid when a service lacks the label of good events, although others have it', () => {
    const counts = { total: 9, part: 9 };
    const withoutCode = [{ label: 'code', entities: ['a'] }];
    expect(
      judge(notServerError, 'a', counts, {
        known: ['a', 'b'],
        lacking: withoutCode,
        has,
      }),
    ).toMatchObject({
      kind: 'invalid',
      problem: {
        message:
          'label "code" does not exist on hits of service="a"; it has: status',
      },
    });
    expect(judge(notServerError, 'a', counts, { known: [] })).toMatchObject({
      problem: { code: 'sli_not_inspected' },
    });
    expect(
      judge(
        notServerError,
        'b',
        { total: 9, part: 8 },
        {
          known: ['a', 'b'],
          lacking: withoutCode,
        },
      ),
    ).toEqual({ kind: 'counts', bad: 1, total: 9 });
  });

  it.each<[string, Record<string, number>, Partial<RatioInspection>, boolean]>([
    ['lost its part', { total: 9 }, { hadPart: ['a'] }, true],
    ['has its part', { total: 9, part: 1 }, { hadPart: ['a'] }, false],
    ['never had a part', { total: 9 }, {}, false],
    ['has no part as nobody has', { total: 9 }, { partExists: false }, true],
  ])('of one that %s', (_, counts, inspection, expected) => {
    const reader = readerOf(bad.compiled).interpret({
      ...inspected,
      ...inspection,
    });
    expect(reader.doubts('a', new Map(Object.entries(counts)))).toBe(expected);
  });

  it('of a new entity earns its zero from the others', () => {
    expect(judge(bad, 'new', { total: 9 }, { lacking })).toEqual({
      kind: 'counts',
      bad: 0,
      total: 9,
    });
  });

  it('cannot be read before it was inspected', () => {
    expect(() => readerOf(bad.compiled).interpret(null)).toThrow(
      'has to be inspected before it is read',
    );
  });

  const expressions = (group: typeof bad, seconds: number) => {
    const reader = readerOf(group.compiled).interpret(inspected);
    return [...reader.legs(seconds), ...reader.shared(seconds)].map(
      leg => leg.expression,
    );
  };

  it('is asked of the source in one pass where one label picks the part', () => {
    const split = (vector: string, leg: string) =>
      `sum by (service, engineering_owner_leg) (label_replace(${vector}, "engineering_owner_leg", "${leg}", "status", "5.."))`;
    expect(expressions(bad, 300)).toEqual([
      split('increase(hits[300s])', 'total_part'),
    ]);
    expect(expressions(bad, 3600)).toEqual([
      split('increase(hits[3600s])', 'total_part'),
      split(
        'min_over_time(hits[3600s]) unless last_over_time(hits[1h] offset 3600s)',
        'total_part_born',
      ),
      'count(last_over_time(hits[1h] offset 3600s))',
    ]);
  });

  it('is asked of the source in two passes otherwise', () => {
    const errors = groupOf({ total: 'hits', bad: 'errors' });
    expect(expressions(errors, 300)).toEqual([
      'sum by (service) (increase(hits[300s]))',
      'sum by (service) (increase(errors[300s]))',
    ]);
    expect(expressions(errors, 3600)).toEqual([
      'sum by (service) (increase(hits[3600s]))',
      'sum by (service) (min_over_time(hits[3600s]) unless last_over_time(hits[1h] offset 3600s))',
      'sum by (service) (increase(errors[3600s]))',
      'sum by (service) (min_over_time(errors[3600s]) unless last_over_time(errors[1h] offset 3600s))',
      'count(last_over_time(hits[1h] offset 3600s))',
    ]);
  });

  it('describes itself with the entity escaped', () => {
    const queries = readerOf(bad.compiled).describe(null, 'a"}\n', '5m');
    const total = 'sum(increase(hits{service="a\\"}\\n"}[5m]))';
    const part = 'sum(increase(hits{status=~"5..",service="a\\"}\\n"}[5m]))';
    expect(queries).toEqual([
      { window: '5m', meaning: 'total', expression: total },
      { window: '5m', meaning: 'bad', expression: `(${part} or 0 * ${total})` },
      {
        window: '5m',
        meaning: 'error_ratio',
        expression: `(${part} or 0 * ${total}) / ${total}`,
      },
    ]);
  });
});

describe('requiredLabels', () => {
  it.each([
    ['hits', 'hits{status=~"5.."}', ['status']],
    ['hits{job="a"}', 'hits{job="a",status="500"}', ['status']],
    ['hits{job="a"}', 'hits{job="b",status="500"}', ['job', 'status']],
    ['hits', 'hits{canary!="true",status!~"2.."}', []],
    ['hits', 'hits{status=~"5..",status!="503"}', ['status']],
    // An engine that backtracks would never come back from this one.
    ['hits', 'hits{status=~"(a*|b*){60}\\\\b"}', ['status']],
  ])('of %s and %s are %j', (total, part, labels) => {
    const compiled = compiledRatioSchema.parse(
      groupOf({ total, bad: part }).compiled,
    );
    expect(requiredLabels(compiled)).toEqual(labels);
  });
});

describe('toleratedLabels', () => {
  it.each([
    ['hits', 'hits{canary!="true",code!~"2.."}', ['canary', 'code']],
    ['hits{canary!="true"}', 'hits{canary!="true",code="500"}', []],
    ['hits', 'hits{status=~"5..",status!="503"}', []],
    ['hits', 'hits{code!~"(?i)5.."}', ['code']],
  ])('of %s and %s are %j', (total, part, labels) => {
    const compiled = compiledRatioSchema.parse(
      groupOf({ total, bad: part }).compiled,
    );
    expect(toleratedLabels(compiled)).toEqual(labels);
  });
});
