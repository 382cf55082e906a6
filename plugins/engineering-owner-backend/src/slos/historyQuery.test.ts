import { readHistoryQuery } from './historyQuery';

const now = new Date('2026-11-23T14:30:00Z');
const window = { type: 'rolling' as const, duration: '30d', seconds: 2592000 };
const read = (query: unknown) => readHistoryQuery(query, { now, window });

describe('readHistoryQuery', () => {
  it("shows the SLO's window by the hour unless told otherwise", () => {
    expect(read({})).toEqual({
      from: new Date('2026-10-24T14:30:00Z'),
      to: now,
      stepSeconds: 3600,
      latency: false,
    });
  });

  it.each([
    ['6h', 21600],
    ['21600', 21600],
    ['1d', 86400],
  ])('reads the step %s', (step, seconds) => {
    expect(read({ step }).stepSeconds).toBe(seconds);
  });

  it.each([
    ['1m', '2026-11-23T02:30:00Z', 60],
    ['300', '2026-11-22T14:30:00Z', 300],
    ['15m', '2026-11-16T14:30:00Z', 900],
  ])('reads the step %s below an hour since %s', (step, from, seconds) => {
    expect(read({ step, from })).toMatchObject({ stepSeconds: seconds });
  });

  it('asks for latencies only when told to', () => {
    expect(read({ latency: 'true' }).latency).toBe(true);
    expect(read({ latency: 'false' }).latency).toBe(false);
  });

  it('reaches back 400 days', () => {
    const from = '2025-10-19T14:30:00Z';
    expect(read({ from, step: '1d' }).from).toEqual(new Date(from));
  });

  it.each([
    [{ from: 'yesterday' }, '"from" is not usable; expected an ISO 8601 time'],
    [{ from: ['a', 'b'] }, '"from" is not usable'],
    [{ step: '5m' }, 'A step of 5m is for ranges up to 7 days'],
    [
      { step: '1m', from: '2026-11-23T02:29:59Z' },
      'A step of 1m makes more than 720 points',
    ],
    [{ step: '5s' }, '"step" is not usable; expected a duration'],
    [{ step: '90' }, 'The step "90" is not usable; expected whole hours'],
    [{ step: '90m' }, 'The step "90m" is not usable; expected whole hours'],
    [{ step: '0' }, 'The step "0" is not usable'],
    [{ step: '0m' }, 'a duration of zero'],
    [{ step: '401d' }, 'whole hours up to 400 days'],
    [{ step: '999999w' }, 'whole hours up to 400 days'],
    [{ step: '9'.repeat(400) }, '"step" is not usable; expected a duration'],
    [{ step: '-1h' }, '"step" is not usable; expected a duration'],
    [{ step: 'NaN' }, '"step" is not usable; expected a duration'],
    [{ step: '१h' }, '"step" is not usable; expected a duration'],
    [{ step: { $gt: 1 } }, '"step" is not usable'],
    [{ step: ['1h', '2h'] }, '"step" is not usable'],
    [{ latency: '1' }, '"latency" is not usable; expected true or false'],
    [{ latency: ['true'] }, '"latency" is not usable'],
    [{ from: '2026-11-24T00:00:00Z' }, '"from" must be before "to"'],
    [
      { from: '0001-01-01T00:00:00Z', to: '0002-01-01T00:00:00Z', step: '1d' },
      'The query parameter "from" is 0001-01-01T00:00:00Z; expected a time from 2025-10-18T14:30:00.000Z',
    ],
    [
      { from: '2025-10-18T14:29:59Z', to: '2025-11-19T00:00:00Z' },
      'The query parameter "from" is 2025-10-18T14:29:59Z',
    ],
    [
      { to: '0002-01-01T00:00:00Z' },
      'The query parameter "to" is 0002-01-01T00:00:00Z',
    ],
    [
      { from: '2026-11-20T00:00:00Z', to: '9999-01-01T00:00:00Z' },
      'The query parameter "to" is 9999-01-01T00:00:00Z; expected a time from 2025-10-18T14:30:00.000Z to 2026-11-24T14:30:00.000Z',
    ],
    [
      { from: '2025-10-19T14:30:00Z', to: '2026-11-24T14:30:00Z', step: '1d' },
      'by 400 days at most',
    ],
    [{ from: '2025-11-23T00:00:00Z' }, 'more than 2500 points'],
  ])('refuses %j', (query, message) => {
    expect(() => read(query)).toThrow(message);
  });
});
