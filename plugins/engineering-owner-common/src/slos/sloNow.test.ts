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

/** Seen in the five minutes, within the hour. */
const live = '2026-03-04T04:05:00.000Z';

describe('sloNow', () => {
  it.each<[string, Reading, Reading, SloNow, string?]>([
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
      live,
    ],
    [
      'sampled too rarely for five minutes, as the ledger of an hour says',
      vanished,
      ok,
      { state: 'ok' },
    ],
    [
      'sampled more often until days ago',
      vanished,
      ok,
      { state: 'ok' },
      '2026-03-01T00:00:00.000Z',
    ],
    [
      'sampled too rarely, in a quiet hour',
      vanished,
      noTraffic,
      { state: 'no_traffic' },
    ],
    [
      'ended while the hour began',
      vanished,
      ok,
      { state: 'no_data', since: lastSeenAt },
      '2026-03-04T03:58:00.000Z',
    ],
    ['never any data', noData, noData, { state: 'no_data' }],
    ['sampled too rarely for five minutes', noData, ok, { state: 'ok' }],
    ['both stale', stale, stale, { state: 'stale', since: asOf }],
    ['only the hour fresh', stale, ok, { state: 'ok' }],
    ['nothing read yet', pending, pending, { state: 'unknown' }],
  ])('%s', (...[, fiveMinutes, hour, expected, lastLiveAt]) => {
    expect(sloNow(fiveMinutes, hour, lastLiveAt)).toEqual(expected);
  });
});
