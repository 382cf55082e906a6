import { hourClass } from './hourClass';

describe('hourClass', () => {
  // 2 March 2026 is a Monday.
  it.each([
    { at: '2026-03-02T07:59:59Z', zone: 'UTC', is: 'sleep' },
    { at: '2026-03-02T08:00:00Z', zone: 'UTC', is: 'business' },
    { at: '2026-03-02T17:59:59Z', zone: 'UTC', is: 'business' },
    { at: '2026-03-02T18:00:00Z', zone: 'UTC', is: 'off_hours' },
    { at: '2026-03-02T21:59:59Z', zone: 'UTC', is: 'off_hours' },
    { at: '2026-03-02T22:00:00Z', zone: 'UTC', is: 'sleep' },
    // Friday evening to Monday morning.
    { at: '2026-03-06T17:59:00Z', zone: 'UTC', is: 'business' },
    { at: '2026-03-06T18:00:00Z', zone: 'UTC', is: 'off_hours' },
    { at: '2026-03-07T03:00:00Z', zone: 'UTC', is: 'sleep' },
    { at: '2026-03-07T12:00:00Z', zone: 'UTC', is: 'off_hours' },
    { at: '2026-03-08T12:00:00Z', zone: 'UTC', is: 'off_hours' },
    { at: '2026-03-08T23:00:00Z', zone: 'UTC', is: 'sleep' },
    { at: '2026-03-09T08:00:00Z', zone: 'UTC', is: 'business' },
    // One moment, four clocks.
    { at: '2026-03-02T20:00:00Z', zone: 'Europe/Berlin', is: 'off_hours' },
    { at: '2026-03-02T20:00:00Z', zone: 'America/New_York', is: 'business' },
    { at: '2026-03-02T20:00:00Z', zone: 'Asia/Kolkata', is: 'sleep' },
    { at: '2026-03-02T20:00:00Z', zone: 'Pacific/Auckland', is: 'business' },
    // Friday in New York is Saturday in Auckland.
    { at: '2026-03-06T20:00:00Z', zone: 'America/New_York', is: 'business' },
    { at: '2026-03-06T20:00:00Z', zone: 'Pacific/Auckland', is: 'off_hours' },
    // Berlin: 7:30 in the winter, 8:30 from 29 March on.
    { at: '2026-03-27T06:30:00Z', zone: 'Europe/Berlin', is: 'sleep' },
    { at: '2026-03-30T06:30:00Z', zone: 'Europe/Berlin', is: 'business' },
    // The hour left out there: 1:59:59 is followed by 3:00:00.
    { at: '2026-03-29T00:59:59Z', zone: 'Europe/Berlin', is: 'sleep' },
    { at: '2026-03-29T01:00:00Z', zone: 'Europe/Berlin', is: 'sleep' },
    // Berlin: 22:30 in the summer, 21:30 from 25 October on.
    { at: '2026-10-23T20:30:00Z', zone: 'Europe/Berlin', is: 'sleep' },
    { at: '2026-10-26T20:30:00Z', zone: 'Europe/Berlin', is: 'off_hours' },
    // New York: 7:30 on 6 March, 8:30 from 8 March on.
    { at: '2026-03-06T12:30:00Z', zone: 'America/New_York', is: 'sleep' },
    { at: '2026-03-09T12:30:00Z', zone: 'America/New_York', is: 'business' },
    // Half hours count: 7:59 and 8:00 in Kolkata.
    { at: '2026-03-03T02:29:00Z', zone: 'Asia/Kolkata', is: 'sleep' },
    { at: '2026-03-03T02:30:00Z', zone: 'Asia/Kolkata', is: 'business' },
  ])('$at in $zone is $is', ({ at, zone, is }) => {
    expect(hourClass(at, zone)).toBe(is);
    expect(hourClass(Date.parse(at), zone)).toBe(is);
  });

  it.each([
    { name: 'without a zone', at: '2026-03-02T20:00:00Z', zone: undefined },
    {
      name: 'in a zone nobody knows',
      at: '2026-03-02T20:00:00Z',
      zone: 'Europe/Atlantis',
    },
    { name: 'at no time', at: 'soon', zone: 'UTC' },
    { name: 'at a number that is none', at: NaN, zone: 'UTC' },
  ])('is not known $name', ({ at, zone }) => {
    expect(hourClass(at, zone)).toBeUndefined();
  });
});
