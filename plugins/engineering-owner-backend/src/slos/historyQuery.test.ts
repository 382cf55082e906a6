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

  it.each([
    [{ from: 'yesterday' }, '"from" is not usable; expected an ISO 8601 time'],
    [{ from: ['a', 'b'] }, '"from" is not usable'],
    [{ step: '5m' }, '"step" is not usable; expected a duration'],
    [{ step: '600' }, 'The step "600" is not usable; expected whole hours'],
    [{ step: '0' }, 'The step "0" is not usable'],
    [{ from: '2026-11-24T00:00:00Z' }, '"from" must be before "to"'],
    [{ from: '2020-01-01T00:00:00Z' }, 'by 400 days at most'],
    [{ from: '2025-11-23T00:00:00Z' }, 'more than 2500 points'],
  ])('refuses %j', (query, message) => {
    expect(() => read(query)).toThrow(message);
  });
});
