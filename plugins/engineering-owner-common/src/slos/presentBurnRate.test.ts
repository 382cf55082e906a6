import { presentBurnRate } from './presentBurnRate';
import { Reading } from './reading';
import { AlertPairState, AlertPairStatus, SloNow } from './status';

const burnRates: Record<string, number> = { '1h': 20, '6h': 7, '1d': 2 };

function readingOf(window: string): Reading {
  return {
    state: 'ok',
    asOf: '2026-03-04T05:00:00.000Z',
    bad: 1,
    total: 10,
    errorRatio: 0.1,
    burnRate: burnRates[window],
    coverage: 1,
    lowTraffic: false,
  };
}

function pairs(...states: AlertPairState[]): AlertPairStatus[] {
  return [
    { severity: 'page', longWindow: '1h', shortWindow: '5m', factor: 14.4 },
    { severity: 'page', longWindow: '6h', shortWindow: '30m', factor: 6 },
    { severity: 'ticket', longWindow: '1d', shortWindow: '2h', factor: 30 },
  ].map((pair, i) => ({ ...(pair as AlertPairStatus), state: states[i] }));
}

describe('presentBurnRate', () => {
  it.each<[string, AlertPairState[], number]>([
    ['nothing fires', ['ok', 'ok', 'ok'], 7],
    ['only a recovering pair is above', ['recovering', 'ok', 'ok'], 7],
    ['one pair fires', ['ok', 'ok', 'firing'], 2],
    ['two pages fire, the steeper one', ['firing', 'firing', 'ok'], 20],
    ['a ticket fires beside a page, the page', ['ok', 'firing', 'firing'], 7],
  ])('when %s', (_, states, expected) => {
    expect(presentBurnRate(pairs(...states), readingOf)).toBe(expected);
  });

  it.each<[string, SloNow, number | undefined]>([
    ['seen', { state: 'ok' }, 7],
    ['idle', { state: 'no_traffic' }, 7],
    ['gone', { state: 'no_data' }, undefined],
    [
      'not read any more',
      { state: 'stale', since: '2026-03-04T04:55:00.000Z' },
      undefined,
    ],
    ['not read yet', { state: 'unknown' }, undefined],
  ])('of a service that is %s', (_, present, expected) => {
    expect(presentBurnRate(pairs('ok', 'ok', 'ok'), readingOf, present)).toBe(
      expected,
    );
  });

  it('does not fall back to six hours while a pair that fired is unknown', () => {
    const [page, ...others] = pairs('unknown', 'ok', 'ok');
    const since = '2026-03-04T04:55:00.000Z';
    const alerts = [
      { ...page, previous: { state: 'firing' as const, since } },
      ...others,
    ];
    expect(presentBurnRate(alerts, readingOf)).toBe(20);
    expect(
      presentBurnRate(alerts, window =>
        window === '1h'
          ? { state: 'pending', coverage: 0, lowTraffic: false }
          : readingOf(window),
      ),
    ).toBeUndefined();
  });

  it('is not known when its window is not', () => {
    expect(
      presentBurnRate(pairs('ok', 'ok', 'ok'), () => ({
        state: 'pending',
        coverage: 0,
        lowTraffic: false,
      })),
    ).toBeUndefined();
  });
});
