import { Reading } from './reading';
import { sloNow } from './sloNow';
import { SloNow } from './status';

const asOf = '2026-03-04T05:00:00.000Z';
const lastSeenAt = '2026-03-04T04:05:00.000Z';
const beside = { coverage: 1, lowTraffic: false };
const ok: Reading = {
  state: 'ok',
  asOf,
  bad: 0,
  total: 9,
  errorRatio: 0,
  burnRate: 0,
  ...beside,
};
const noTraffic: Reading = {
  state: 'no_traffic',
  asOf,
  bad: 0,
  total: 0,
  ...beside,
};
const noData: Reading = { state: 'no_data', asOf, ...beside };
const vanished: Reading = { ...noData, lastSeenAt };
const stale: Reading = { state: 'stale', asOf, ...beside };
const pending: Reading = { state: 'pending', ...beside };

describe('sloNow', () => {
  it.each<[string, Reading, Reading, SloNow]>([
    ['both measured', ok, ok, { state: 'ok' }],
    ['five quiet minutes', noTraffic, ok, { state: 'ok' }],
    ['a quiet hour', noTraffic, noTraffic, { state: 'no_traffic' }],
    [
      'no data for an hour',
      vanished,
      vanished,
      { state: 'no_data', since: lastSeenAt },
    ],
    [
      'no data for minutes',
      vanished,
      ok,
      { state: 'no_data', since: lastSeenAt },
    ],
    ['never any data', noData, noData, { state: 'no_data' }],
    ['sampled too rarely for five minutes', noData, ok, { state: 'ok' }],
    ['both stale', stale, stale, { state: 'stale', since: asOf }],
    ['only the hour fresh', stale, ok, { state: 'ok' }],
    ['nothing read yet', pending, pending, { state: 'unknown' }],
  ])('%s', (_, fiveMinutes, hour, expected) => {
    expect(sloNow(fiveMinutes, hour)).toEqual(expected);
  });
});
