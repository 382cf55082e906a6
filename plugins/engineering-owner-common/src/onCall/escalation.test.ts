import { escalationLevels } from './escalation';
import { EscalationPolicy, OnCallShift } from './model';
import { march, shift } from './__fixtures__/onCallShift';

const policy: EscalationPolicy = {
  id: 'P1',
  name: 'Payments',
  repeats: 2,
  levels: [
    { level: 2, delayMinutes: 15, targets: [] },
    { level: 1, delayMinutes: 5, targets: [] },
  ],
};
const now = new Date(march('02 12:00'));
const level1 = (
  shifts: OnCallShift[],
  readUntil = new Date(march('30 12:00')),
) =>
  escalationLevels({
    policy,
    shifts,
    now,
    readUntil,
    person: responderId => ({ responderId, name: `Name of ${responderId}` }),
  })[0];

describe('escalationLevels', () => {
  it('gives every level in order, with its delay', () => {
    const levels = escalationLevels({
      policy,
      shifts: [],
      now,
      readUntil: now,
      person: responderId => ({ responderId, name: responderId }),
    });
    expect(
      levels.map(({ level, delayMinutes }) => [level, delayMinutes]),
    ).toEqual([
      [1, 5],
      [2, 15],
    ]);
  });

  it('does not call a level empty of which nothing was read', () => {
    const passed = new Date(march('02 11:00'));
    expect(level1([], passed)).toEqual(
      expect.objectContaining({ coverage: 'unknown', gaps: [] }),
    );
  });

  it('says who is on call, until when, and who is next', () => {
    const { onCall, next } = level1([
      shift('ada', '01 09:00', '05 09:00'),
      shift('alan', '05 09:00', '12 09:00'),
      shift('grace', '12 09:00', '30 20:00'),
    ]);
    const schedule = { id: 'SCHED1', name: 'Primary' };
    expect(onCall).toEqual([
      {
        person: { responderId: 'ada', name: 'Name of ada' },
        schedule,
        from: march('01 09:00'),
        to: march('05 09:00'),
      },
    ]);
    expect(next).toEqual({
      person: { responderId: 'alan', name: 'Name of alan' },
      schedule,
      from: march('05 09:00'),
      to: march('12 09:00'),
    });
  });

  it('takes touching pieces of one schedule as one turn', () => {
    const { onCall, next } = level1([
      shift('ada', '01 09:00', '03 00:00'),
      shift('ada', '03 00:00', '05 09:00'),
      shift('alan', '05 09:00', '12 09:00'),
    ]);
    expect(onCall.map(turn => turn.to)).toEqual([march('05 09:00')]);
    expect(next?.person.responderId).toBe('alan');
  });

  it('names everybody who is on call at once', () => {
    const { onCall } = level1([
      shift('ada', '01 09:00', '05 09:00'),
      shift('grace', '02 00:00', '04 00:00', { scheduleId: 'SCHED2' }),
      shift('lead', null, null, { scheduleId: undefined }),
    ]);
    expect(onCall.map(turn => turn.person.responderId)).toEqual([
      'lead',
      'ada',
      'grace',
    ]);
  });

  it('leaves the times of a permanent turn empty', () => {
    const { onCall, coverage, gaps } = level1([
      shift('lead', null, null, { scheduleId: undefined }),
    ]);
    expect(onCall).toEqual([
      {
        person: { responderId: 'lead', name: 'Name of lead' },
        from: null,
        to: null,
      },
    ]);
    expect(coverage).toBe('permanent');
    expect(gaps).toEqual([]);
  });

  it.each([
    { at: 'its first moment', start: '02 12:00', end: '03 12:00', on: true },
    { at: 'its last moment', start: '01 12:00', end: '02 12:00', on: false },
    { at: 'before it', start: '02 12:01', end: '03 12:00', on: false },
  ])('a turn at $at is on call: $on', ({ start, end, on }) => {
    expect(level1([shift('ada', start, end)]).onCall).toHaveLength(on ? 1 : 0);
  });

  it('claims no gap and no turn beyond what was read', () => {
    const read = new Date(march('04 12:00'));
    const { gaps, next, coverage } = level1(
      [shift('ada', '01 09:00', '04 12:00')],
      read,
    );
    expect({ gaps, next, coverage }).toEqual({
      gaps: [],
      next: undefined,
      coverage: 'covered',
    });
  });

  it('looks four weeks ahead and no further', () => {
    const farRead = new Date('2026-06-01T00:00:00Z');
    const { gaps } = level1([shift('ada', '01 09:00', '05 09:00')], farRead);
    expect(gaps).toEqual([{ from: march('05 09:00'), to: march('30 12:00') }]);
  });

  it('tells a level without people from one with a gap', () => {
    expect(level1([]).coverage).toBe('empty');
    expect(level1([shift('ada', '03 09:00', '05 09:00')]).coverage).toBe(
      'gaps',
    );
  });
});
