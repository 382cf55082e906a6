import { event, record } from './__fixtures__/incidentRecord';
import { march } from './__fixtures__/onCallShift';
import { responseTimeTrend } from './responseTimeTrend';

const ada = { agent: { type: 'user', id: 'UADA' } } as const;
const targets = { mttaSeconds: 300, mttrSeconds: 1800 };

/** Created at `DD HH:MM` of March, acknowledged and resolved so many minutes later. */
function incident(created: string, acknowledged: number, resolved: number) {
  const createdAt = march(created);
  const after = (minutes: number) =>
    new Date(Date.parse(createdAt) + minutes * 60_000).toISOString();
  return record({
    createdAt,
    events: [
      event('acknowledge', '00:00', { ...ada, at: after(acknowledged) }),
      event('resolve', '00:00', { ...ada, at: after(resolved) }),
    ],
  });
}

describe('responseTimeTrend', () => {
  // 2, 9 and 16 March 2026 are Mondays.
  it('tells the figures and the number of each week, also of an empty one', () => {
    const { weeks, excluded } = responseTimeTrend(
      [
        incident('02 00:00', 2, 20),
        incident('08 23:59', 4, 40),
        incident('16 12:00', 9, 90),
        incident('01 23:59', 1, 10),
        incident('23 00:00', 1, 10),
        record({ createdAt: 'soon' }),
      ],
      {
        period: { from: march('02 00:00'), to: march('23 00:00') },
        timeZone: 'UTC',
        targets,
      },
    );
    expect(
      weeks.map(({ from, to, partial, mtta, mttr }) => [
        from,
        to,
        partial,
        mtta.n,
        mtta.figures?.medianSeconds,
        mttr.n,
        mttr.figures?.medianSeconds,
      ]),
    ).toEqual([
      // Of the Sunday before, resolved on Monday; of this Sunday, resolved later.
      [march('02 00:00'), march('09 00:00'), false, 2, 180, 2, 900],
      [march('09 00:00'), march('16 00:00'), false, 0, undefined, 1, 2400],
      [march('16 00:00'), march('23 00:00'), false, 1, 540, 1, 5400],
    ]);
    expect(excluded).toEqual({ outside_period: 1, impossible_times: 1 });
    expect(weeks[0].mtta.withinTarget).toEqual({ n: 2, of: 2 });
    expect(weeks[2].mttr.withinTarget).toEqual({ n: 0, of: 1 });
  });

  it('marks weeks that the period cuts', () => {
    const { weeks } = responseTimeTrend([], {
      period: { from: march('04 12:00'), to: march('17 12:00') },
      timeZone: 'UTC',
      targets,
    });
    expect(weeks.map(({ from, to, partial }) => [from, to, partial])).toEqual([
      [march('04 12:00'), march('09 00:00'), true],
      [march('09 00:00'), march('16 00:00'), false],
      [march('16 00:00'), march('17 12:00'), true],
    ]);
  });

  it.each([
    { timeZone: 'Asia/Kolkata', monday: '2026-03-08T18:30:00.000Z' },
    { timeZone: 'America/New_York', monday: '2026-03-09T04:00:00.000Z' },
    { timeZone: 'Europe/Atlantis', monday: march('09 00:00') },
    { timeZone: '', monday: march('09 00:00') },
  ])('begins weeks on Monday in $timeZone', ({ timeZone, monday }) => {
    const { weeks } = responseTimeTrend([], {
      period: { from: march('04 00:00'), to: march('12 00:00') },
      timeZone,
      targets,
    });
    expect(weeks[1].from).toBe(monday);
  });

  it('gives the week in which clocks change an hour less', () => {
    const { weeks } = responseTimeTrend([], {
      period: {
        from: '2026-03-23T00:00:00+01:00',
        to: '2026-04-06T00:00:00+02:00',
      },
      timeZone: 'Europe/Berlin',
      targets,
    });
    const hours = ({ from, to }: { from: string; to: string }) =>
      (Date.parse(to) - Date.parse(from)) / 3_600_000;
    expect(weeks.map(hours)).toEqual([167, 168]);
    expect(weeks.map(({ partial }) => partial)).toEqual([false, false]);
  });

  it('tells at most two years, the last ones', () => {
    const { weeks } = responseTimeTrend([], {
      period: { from: '1970-01-01T00:00:00Z', to: march('02 00:00') },
      timeZone: 'UTC',
      targets,
    });
    expect(weeks).toHaveLength(106);
    expect(weeks[105].to).toBe(march('02 00:00'));
  });

  it.each([
    { from: march('09 00:00'), to: march('02 00:00') },
    { from: 'soon', to: march('02 00:00') },
  ])('has no weeks from $from to $to', period => {
    expect(
      responseTimeTrend([incident('02 00:00', 1, 1)], {
        period,
        timeZone: 'UTC',
        targets,
      }),
    ).toEqual({ weeks: [], excluded: { outside_period: 1 } });
  });
});
