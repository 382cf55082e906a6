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
    });
  });

  it.each([
    ['6h', 21600],
    ['21600', 21600],
    ['1d', 86400],
  ])('reads the step %s', (step, seconds) => {
    expect(read({ step }).stepSeconds).toBe(seconds);
  });

  it('reaches back 400 days', () => {
    const from = '2025-10-19T14:30:00Z';
    expect(read({ from, step: '1d' }).from).toEqual(new Date(from));
  });

  it.each([
    [{ from: 'yesterday' }, '"from" is not usable; expected an ISO 8601 time'],
    [{ from: ['a', 'b'] }, '"from" is not usable'],
    [{ step: '5m' }, '"step" is not usable; expected a duration'],
    [{ step: '600' }, 'The step "600" is not usable; expected whole hours'],
    [{ step: '0' }, 'The step "0" is not usable'],
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
