import { StoredReading } from './reading';
import { assessReading, ReadingTerms } from './readingState';

const now = new Date('2026-03-04T05:01:00Z');
const terms: ReadingTerms = {
  now,
  objective: 0.999,
  windowSeconds: 3600,
  intervalSeconds: 60,
};
const stored: StoredReading = {
  window: '1h',
  at: '2026-03-04T05:00:00.000Z',
  counts: { bad: 2, total: 20_000 },
  coverage: 1,
  incomplete: false,
  firstSeenAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: '2026-03-04T05:00:00.000Z',
};
const problem = {
  code: 'sli_label_missing',
  severity: 'error' as const,
  message: 'label "status" does not exist',
};

describe('assessReading', () => {
  it.each<[string, Partial<StoredReading>, string]>([
    ['does not compile', { invalid: problem, at: undefined }, 'invalid'],
    ['is invalid although read', { invalid: problem }, 'invalid'],
    ['was never read', { at: undefined }, 'pending'],
    [
      'failed at the first read',
      { at: undefined, lastError: 'HTTP 500' },
      'query_error',
    ],
    ['is older than 3 intervals', { at: '2026-03-04T04:57:29Z' }, 'stale'],
    ['is just 3 intervals old', { at: '2026-03-04T04:57:30Z' }, 'ok'],
    ['is one interval ahead', { at: '2026-03-04T05:02:00Z' }, 'ok'],
    [
      'is more than an interval ahead, of a clock that was set back',
      { at: '2026-03-04T05:02:01Z' },
      'stale',
    ],
    ['has no series', { counts: undefined }, 'no_data'],
    ['has counts that are none', { counts: { bad: NaN, total: 5 } }, 'no_data'],
    ['has no events', { counts: { bad: 0, total: 0 } }, 'no_traffic'],
    [
      'has no events of a window hardly read',
      { counts: { bad: 0, total: 0 }, coverage: 0.1 },
      'no_traffic',
    ],
    ['covers 95 %', { coverage: 0.95 }, 'ok'],
    ['covers less than 95 %', { coverage: 0.949 }, 'partial'],
    ['came with a warning', { incomplete: true }, 'partial'],
    [
      'is of an entity younger than the window',
      { firstSeenAt: '2026-03-04T04:30:00Z' },
      'partial',
    ],
    [
      'is partial before it is low traffic',
      { coverage: 0.5, counts: { bad: 0, total: 10 } },
      'partial',
    ],
    [
      'allows 9.9 bad events',
      { counts: { bad: 0, total: 9_900 } },
      'low_traffic',
    ],
    ['allows 10 bad events', { counts: { bad: 0, total: 10_000 } }, 'ok'],
    ['holds at a failed read', { lastError: 'HTTP 500' }, 'ok'],
  ])('a reading that %s', (_, change, state) => {
    expect(assessReading({ ...stored, ...change }, terms).state).toBe(state);
  });

  it('is pending when the store has nothing', () => {
    expect(assessReading(undefined, terms)).toEqual({
      state: 'pending',
      coverage: 0,
      lowTraffic: false,
    });
  });

  it('carries figures and what stands beside the state', () => {
    expect(assessReading({ ...stored, lastError: 'HTTP 500' }, terms)).toEqual({
      state: 'ok',
      asOf: '2026-03-04T05:00:00.000Z',
      bad: 2,
      total: 20_000,
      errorRatio: 0.0001,
      burnRate: 0.1,
      coverage: 1,
      lowTraffic: false,
      lastSeenAt: '2026-03-04T05:00:00.000Z',
      lastError: 'HTTP 500',
    });
  });

  it('keeps the last figures of a stale reading, apart from present ones', () => {
    const reading = assessReading(
      { ...stored, at: '2026-03-04T04:00:00Z', lastError: 'timeout' },
      terms,
    );
    expect(reading).toMatchObject({
      state: 'stale',
      asOf: '2026-03-04T04:00:00.000Z',
      lastKnown: { bad: 2, total: 20_000, burnRate: 0.1 },
      lastError: 'timeout',
    });
    expect(reading).not.toHaveProperty('burnRate');
  });

  it.each([
    [50_000, { bad: 2, total: 20_000, expectedTotal: 50_000 }],
    [10_000, { bad: 2, total: 20_000 }],
  ])(
    'keeps what the budget was a share of, when %i were expected',
    (expectedTotal, figures) => {
      const reading = assessReading(
        { ...stored, at: '2026-03-04T04:00:00Z' },
        { ...terms, expectedTotal },
      );
      expect(reading).toHaveProperty('lastKnown', {
        ...figures,
        errorRatio: 0.0001,
        burnRate: 0.1,
      });
    },
  );

  it('allows for the evaluation delay before it calls a reading stale', () => {
    const at = '2026-03-04T04:56:00Z';
    expect(assessReading({ ...stored, at }, terms).state).toBe('stale');
    expect(
      assessReading(
        { ...stored, at },
        { ...terms, evaluationDelaySeconds: 120 },
      ).state,
    ).toBe('ok');
  });

  it('judges by the minimum it is given', () => {
    const few = { ...stored, counts: { bad: 0, total: 1_000 } };
    expect(assessReading(few, { ...terms, minimumBadEvents: 1 }).state).toBe(
      'ok',
    );
    expect(
      assessReading({ ...few, coverage: 0.1 }, { ...terms }),
    ).toMatchObject({ state: 'partial', lowTraffic: true });
  });
});
