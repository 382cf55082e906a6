import { event, record } from './__fixtures__/incidentRecord';
import { incidentTimes, openSince, waitingSince } from './incidentTimes';

const ada = { agent: { type: 'user', id: 'UADA' } } as const;
const day = (date: string, time: string) => `2026-03-${date}T${time}:00Z`;

describe('incidentTimes', () => {
  it.each([
    {
      name: 'one that was never reopened',
      record: record({
        events: [
          event('trigger', '00:00'),
          event('acknowledge', '00:04', ada),
          event('resolve', '00:30', ada),
        ],
      }),
      times: { acknowledgedAfterSeconds: 240, resolvedAfterSeconds: 1800 },
    },
    {
      name: 'one reopened after five days, without those days',
      record: record({
        resolvedAt: day('07', '00:50'),
        events: [
          event('trigger', '00:00'),
          event('resolve', '00:30', ada),
          event('reopen', '00:00', { at: day('07', '00:30') }),
          event('acknowledge', '00:00', { ...ada, at: day('07', '00:35') }),
          event('resolve', '00:00', { ...ada, at: day('07', '00:50') }),
        ],
      }),
      times: {
        reopenedAt: day('07', '00:30'),
        acknowledgedAfterSeconds: 35 * 60,
        resolvedAfterSeconds: 50 * 60,
      },
    },
    {
      name: 'one whose reopening the log shows as a further trigger',
      record: record({
        status: 'triggered',
        events: [
          event('trigger', '00:00'),
          event('trigger', '00:10'),
          event('resolve', '00:30', ada),
          event('trigger', '12:00'),
          event('trigger', '12:10'),
        ],
      }),
      times: {
        reopenedAt: day('02', '12:00'),
        unacknowledged: 'not_yet_acknowledged',
      },
    },
    {
      name: 'one that lost its acknowledgement',
      record: record({
        status: 'triggered',
        events: [
          event('trigger', '00:00'),
          event('acknowledge', '00:04', ada),
          event('unacknowledge', '00:34'),
          event('acknowledge', '00:36', ada),
          event('unacknowledge', '01:06'),
        ],
      }),
      times: {
        acknowledgementLostAt: day('02', '01:06'),
        acknowledgedAfterSeconds: 240,
      },
    },
    {
      name: 'one that was acknowledged again',
      record: record({
        status: 'acknowledged',
        events: [
          event('acknowledge', '00:04', ada),
          event('unacknowledge', '00:34'),
          event('acknowledge', '00:36', ada),
        ],
      }),
      times: { acknowledgedAfterSeconds: 240 },
    },
    {
      name: 'one acknowledged by a machine',
      record: record({
        status: 'acknowledged',
        events: [event('acknowledge', '00:01')],
      }),
      times: { unacknowledged: 'acknowledged_by_machine' },
    },
    {
      name: 'one that is acknowledged, and whose log does not say by whom',
      record: record({ status: 'acknowledged' }),
      times: { unacknowledged: 'log_incomplete' },
    },
    {
      name: 'one that is resolved, and whose log is lost',
      record: record({ resolvedAt: day('02', '00:30') }),
      times: { unacknowledged: 'log_incomplete', resolvedAfterSeconds: 1800 },
    },
    {
      name: 'one that was resolved and never acknowledged',
      record: record({ events: [event('resolve', '00:10', ada)] }),
      times: {
        unacknowledged: 'never_acknowledged',
        resolvedAfterSeconds: 600,
      },
    },
    {
      name: 'one whose times contradict each other: no durations',
      record: record({
        createdAt: day('03', '00:00'),
        events: [
          event('acknowledge', '00:04', ada),
          event('resolve', '00:10', ada),
        ],
      }),
      times: {},
    },
  ])('of $name', ({ record: told, times }) => {
    expect(incidentTimes(told)).toEqual(times);
  });
});

describe('an open incident', () => {
  const createdAt = day('02', '00:00');
  const reopenedAt = day('07', '00:00');
  const acknowledgementLostAt = day('07', '01:00');

  it.each([
    [{ createdAt }, createdAt, createdAt],
    [{ createdAt, reopenedAt }, reopenedAt, reopenedAt],
    [
      { createdAt, reopenedAt, acknowledgementLostAt },
      reopenedAt,
      acknowledgementLostAt,
    ],
  ])('%j is open since %s and waits since %s', (incident, open, waiting) => {
    expect(openSince(incident)).toBe(open);
    expect(waitingSince(incident)).toBe(waiting);
  });
});
