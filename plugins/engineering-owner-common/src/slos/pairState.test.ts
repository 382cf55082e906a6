import { assessPair, PairTerms } from './pairState';
import { Reading } from './reading';
import { AlertPair, AlertPairState, SloNow } from './status';

const pair: AlertPair = {
  severity: 'page',
  longWindow: '1h',
  shortWindow: '5m',
  factor: 14.4,
};
const asOf = '2026-03-04T05:00:00.000Z';
const now = new Date('2026-03-04T05:00:30.000Z');
const beside = { coverage: 1, lowTraffic: false };

function burning(burnRate: number, bad = 100): Reading {
  const errorRatio = burnRate / 1000;
  const total = bad === 0 ? 1000 : bad / errorRatio;
  return { state: 'ok', asOf, bad, total, errorRatio, burnRate, ...beside };
}

const noData: Reading = { state: 'no_data', asOf, ...beside };
const noTraffic: Reading = {
  state: 'no_traffic',
  asOf,
  bad: 0,
  total: 0,
  ...beside,
};
const stale: Reading = { state: 'stale', asOf, ...beside };
const pending: Reading = { state: 'pending', ...beside };
const alive: SloNow = { state: 'ok' };
const dead: SloNow = { state: 'no_data', since: asOf };

describe('assessPair', () => {
  it.each<[string, Reading, Reading, SloNow, AlertPairState]>([
    ['both above', burning(20), burning(20), alive, 'firing'],
    ['both just at the factor', burning(14.4), burning(14.4), alive, 'ok'],
    ['only the long one above', burning(20), burning(1), alive, 'recovering'],
    ['only the short one above', burning(1), burning(20, 3), alive, 'rising'],
    ['the short one, by 2 bad events', burning(1), burning(20, 2), alive, 'ok'],
    ['both, by 9 bad events', burning(20, 9), burning(20, 5), alive, 'held'],
    [
      'both, by 10 bad events',
      burning(20, 10),
      burning(20, 5),
      alive,
      'firing',
    ],
    ['neither', burning(1), burning(0, 0), alive, 'ok'],
    ['the short leg without data', burning(20), noData, alive, 'unknown'],
    ['the long leg stale', stale, burning(20), alive, 'unknown'],
    ['nothing read yet', pending, pending, alive, 'unknown'],
    [
      'a long leg below and a quiet short one',
      burning(1),
      noTraffic,
      alive,
      'ok',
    ],
    [
      'a long leg above and a quiet short one',
      burning(20),
      noTraffic,
      alive,
      'unknown',
    ],
    ['no events at all', noTraffic, noTraffic, alive, 'unknown'],
    ['a dead service, below', burning(1), burning(1), dead, 'unknown'],
    ['a dead service, going down', burning(20), burning(1), dead, 'unknown'],
    ['a dead service, quiet', burning(1), noTraffic, dead, 'unknown'],
    ['a dead service, above', burning(20), burning(20), dead, 'firing'],
  ])('%s', (_, long, short, serviceNow, state) => {
    expect(assessPair(pair, { long, short, serviceNow, now }).state).toBe(
      state,
    );
  });

  it('is off when the objective cannot burn so fast', () => {
    const off = { ...pair, offReason: 'cannot burn' };
    expect(
      assessPair(off, {
        long: burning(20),
        short: burning(20),
        serviceNow: alive,
        now,
      }).state,
    ).toBe('off');
  });

  describe('from one judgement to the next', () => {
    const since = '2026-03-04T02:10:00.000Z';
    const firing: Pick<PairTerms, 'long' | 'short' | 'serviceNow' | 'now'> = {
      long: burning(20),
      short: burning(20),
      serviceNow: alive,
      now,
    };
    const silent = { ...firing, short: noData };

    it('keeps the time at which a state began', () => {
      expect(
        assessPair(pair, { ...firing, previous: { state: 'firing', since } })
          .since,
      ).toBe(since);
    });

    it('begins anew when the state changes', () => {
      expect(
        assessPair(pair, { ...firing, previous: { state: 'ok', since } }),
      ).toMatchObject({ state: 'firing', since: now.toISOString() });
    });

    it('remembers through unknown what it was, and since when', () => {
      const first = assessPair(pair, {
        ...silent,
        previous: { state: 'firing', since },
      });
      expect(first).toMatchObject({
        state: 'unknown',
        since: now.toISOString(),
        previous: { state: 'firing', since },
      });
      const second = assessPair(pair, {
        ...silent,
        now: new Date('2026-03-04T06:00:00Z'),
        previous: first,
      });
      expect(second).toMatchObject({
        state: 'unknown',
        since: now.toISOString(),
        previous: { state: 'firing', since },
      });
      expect(assessPair(pair, { ...firing, previous: second })).toMatchObject({
        state: 'firing',
        since,
      });
    });
  });

  it('says how many bad events it saw and waits for', () => {
    expect(
      assessPair(pair, {
        long: burning(20, 4),
        short: burning(20, 4),
        serviceNow: alive,
        now,
      }),
    ).toMatchObject({ state: 'held', bad: 4, minimumBad: 10 });
  });

  it.each<[string, Reading, AlertPairState]>([
    ['fires', burning(20), 'firing'],
    ['is held', burning(20, 9), 'held'],
    ['is fine', burning(1), 'ok'],
    ['is not known', stale, 'unknown'],
  ])(
    'of samples too rare for the short window %s by the long one alone',
    (_, long, state) => {
      expect(
        assessPair(pair, {
          long,
          short: noData,
          serviceNow: alive,
          sampledRarely: true,
          now,
        }).state,
      ).toBe(state);
    },
  );
});
