import { event, record } from './__fixtures__/incidentRecord';
import { march, shift } from './__fixtures__/onCallShift';
import { LoadRequest, personLoads, teamLoad } from './load';

const page = (time: string, responderId: string) =>
  event('notify', time, { channel: 'phone', responderIds: [responderId] });

/**
 * A week of 168 hours. Ada is on call from Monday to Thursday noon, Alan from
 * then on; the lead always at level 2. Ada has two more days elsewhere.
 */
const week: LoadRequest = {
  period: { from: march('02 00:00'), to: march('09 00:00') },
  policyIds: ['P1'],
  shifts: [
    shift('ada', '02 00:00', '05 12:00'),
    shift('alan', '05 12:00', '09 00:00'),
    shift('lead', null, null, { level: 2, scheduleId: undefined }),
    shift('ada', '07 00:00', '09 00:00', { policyId: 'P2' }),
    shift('stranger', '02 00:00', '09 00:00', { policyId: 'P2' }),
  ],
  records: [
    // Monday 2 March, 3:00 in London, resolved itself.
    record({
      id: 'Q1',
      events: [page('03:00', 'ada'), event('resolve', '03:05')],
    }),
    // 10:00, escalated to the lead.
    record({
      id: 'Q2',
      events: [
        page('10:00', 'ada'),
        event('escalate', '10:15', { responderIds: ['lead'] }),
        page('10:15', 'lead'),
        event('resolve', '11:00', { agent: { type: 'user', id: 'lead' } }),
      ],
    }),
    record({ id: 'Q3', urgency: 'low', events: [page('12:00', 'ada')] }),
  ],
  timeZoneOf: id => (id === 'lead' ? undefined : 'Europe/London'),
};

describe('teamLoad', () => {
  it('tells what the policy costs its people', () => {
    expect(teamLoad(week)).toEqual({
      period: week.period,
      interruptions: {
        period: week.period,
        n: 3,
        byHourClass: { sleep: 1, off_hours: 0, business: 1, unknown: 1 },
        excluded: { low_urgency: 1 },
      },
      pagesPerShift: {
        period: week.period,
        n: 2,
        shifts: 14,
        perShift: 2 / 14,
        fewShifts: false,
        excluded: { off_shift: 1 },
        reconstructedRatio: 0,
        tone: 'fine',
      },
      sleepPages: {
        period: week.period,
        n: 1,
        of: 3,
        perWeek: 1,
        excluded: { no_time_zone: 1 },
        tone: 'look_today',
      },
      // 84 + 48, 84 and 168 hours.
      onCallShare: {
        period: week.period,
        n: 3,
        highestRatio: 1,
        meanRatio: 384 / 168 / 3,
        over: 3,
        permanent: 1,
        reconstructedRatio: 0,
        tone: 'act_now',
      },
      // Ada comes back after 36 hours of rest from 84.
      backToBack: {
        period: week.period,
        n: 1,
        of: 1,
        reconstructedRatio: 0,
        tone: 'look_today',
      },
      noise: {
        period: week.period,
        n: 1,
        of: 2,
        ratio: 0.5,
        fewIncidents: true,
        excluded: { log_incomplete: 1 },
        tone: 'act_now',
      },
    });
  });

  it('tells of shifts only from when they are known, of pages for the whole period', () => {
    const load = teamLoad({ ...week, shiftsKnownFrom: march('05 00:00') });
    const known = { from: march('05 00:00'), to: week.period.to };
    expect(load.pagesPerShift).toEqual(
      expect.objectContaining({ period: known, n: 0, shifts: 8, excluded: {} }),
    );
    expect(load.onCallShare).toEqual(
      // Ada 12 + 48, Alan 84, the lead 96 of 96 hours.
      expect.objectContaining({ period: known, meanRatio: 240 / 96 / 3 }),
    );
    expect(load.sleepPages).toEqual(
      expect.objectContaining({ period: week.period, n: 1 }),
    );
  });

  it('tells of incidents only from when they are known, and never that all is fine', () => {
    const quiet = { ...week, records: [], timeZoneOf: () => 'Europe/London' };
    expect(teamLoad(quiet).sleepPages.tone).toBe('fine');
    const load = teamLoad({ ...quiet, incidentsKnownFrom: march('05 00:00') });
    const known = { from: march('05 00:00'), to: week.period.to };
    for (const figure of [load.pagesPerShift, load.sleepPages, load.noise]) {
      expect(figure).toEqual(
        expect.objectContaining({
          period: known,
          partial: true,
          tone: 'unknown',
        }),
      );
    }
    expect(load.interruptions.period).toEqual(known);
    expect(load.onCallShare).toEqual(teamLoad(quiet).onCallShare);
    expect(load.backToBack).toEqual(teamLoad(quiet).backToBack);
  });

  it('still says of a part that it is too much', () => {
    const load = teamLoad({ ...week, incidentsKnownFrom: march('02 02:00') });
    expect(load.sleepPages).toEqual(
      expect.objectContaining({ partial: true, tone: 'look_today' }),
    );
  });

  it('judges nothing of incidents that were never read', () => {
    const load = teamLoad({
      ...week,
      records: [],
      incidentsKnownFrom: week.period.to,
      incidentsKnownUntil: week.period.to,
    });
    expect([
      load.pagesPerShift.tone,
      load.sleepPages.tone,
      load.noise.tone,
    ]).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('finds nothing fine while incidents of today were not read', () => {
    const load = teamLoad({
      ...week,
      records: [],
      incidentsKnownUntil: march('08 12:00'),
    });
    expect(load.sleepPages).toEqual(
      expect.objectContaining({
        period: { from: week.period.from, to: march('08 12:00') },
        partial: true,
        tone: 'unknown',
      }),
    );
  });

  it.each([
    { known: march('08 00:00'), tone: 'unknown', over: 0 },
    { known: march('07 06:00'), tone: 'unknown', over: 0 },
    { known: march('07 05:00'), tone: 'act_now', over: 1 },
  ])(
    'says of shifts known since $known what is certain of the whole week: $tone',
    ({ known, tone, over }) => {
      // 42 hours are a quarter of it.
      const { onCallShare } = teamLoad({
        ...week,
        records: [],
        shifts: [shift('alan', '02 00:00', '09 00:00')],
        shiftsKnownFrom: known,
      });
      expect(onCallShare).toEqual(
        expect.objectContaining({ highestRatio: 1, partial: true, tone, over }),
      );
    },
  );

  it('judges nothing that rests on shifts when none are known', () => {
    const load = teamLoad({ ...week, shiftsKnownFrom: march('20 00:00') });
    expect(load.pagesPerShift.tone).toBe('unknown');
    expect(load.onCallShare.tone).toBe('unknown');
    expect(load.backToBack.tone).toBe('unknown');
  });

  it('judges by the limits it is given', () => {
    const load = teamLoad({
      ...week,
      limits: {
        pagesPerShift: { fineUpTo: 0.01, actFrom: 0.1 },
        sleepPagesPerWeek: { fineUpTo: 0, actFrom: 1 },
        onCallShare: 1,
        noise: { fineUpTo: 0.5, actFrom: 0.9 },
      },
    });
    expect([
      load.pagesPerShift.tone,
      load.sleepPages.tone,
      load.onCallShare.tone,
      load.noise.tone,
    ]).toEqual(['act_now', 'act_now', 'fine', 'fine']);
  });
});

describe('personLoads', () => {
  it('tells what it costs each of them, also elsewhere', () => {
    const figures = personLoads(week).map(load => [
      load.responderId,
      load.pagesPerShift.n,
      load.pagesPerShift.shifts,
      load.sleepPages.n,
      load.onCallShare.ratio,
      load.onCallShare.tone,
      load.backToBack.n,
    ]);
    expect(figures).toEqual([
      ['ada', 2, 7, 1, 132 / 168, 'act_now', 1],
      ['alan', 0, 7, 0, 0.5, 'act_now', 0],
      ['lead', 0, 0, 0, 1, 'act_now', 0],
    ]);
  });

  it('knows somebody who was paged without being on call', () => {
    const request = { ...week, shifts: [] };
    expect(personLoads(request).map(each => each.responderId)).toEqual([
      'ada',
      'lead',
    ]);
  });
});
