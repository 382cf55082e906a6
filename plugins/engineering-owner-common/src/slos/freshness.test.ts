import { slosAsOf } from './freshness';
import { BurnRate } from './status';

function burnRate(window: string, asOf: string): BurnRate {
  return {
    window,
    state: 'no_data',
    asOf,
    coverage: 1,
    lowTraffic: false,
  };
}

const pending: BurnRate = {
  window: '5m',
  state: 'pending',
  coverage: 0,
  lowTraffic: false,
};

describe('slosAsOf', () => {
  it('is as old as the newest figure of an SLO', () => {
    expect(
      slosAsOf([
        {
          asOf: '2026-03-02T10:00:00.000Z',
          burnRates: [
            burnRate('5m', '2026-03-02T10:04:00.000Z'),
            burnRate('6h', '2026-03-02T10:00:00.000Z'),
          ],
        },
      ]),
    ).toBe('2026-03-02T10:04:00.000Z');
  });

  it('is as old as the SLO that was read longest ago', () => {
    expect(
      slosAsOf([
        { burnRates: [burnRate('5m', '2026-03-02T10:04:00.000Z')] },
        { burnRates: [burnRate('5m', '2026-03-02T09:00:00.000Z')] },
        { burnRates: [pending] },
      ]),
    ).toBe('2026-03-02T09:00:00.000Z');
  });

  it('is absent before anything was read', () => {
    expect(slosAsOf([{ burnRates: [pending] }, { burnRates: [] }])).toBe(
      undefined,
    );
  });
});
