import { AlertStatus, AlertSuppression, EntityMaintenance } from './model';
import { firesAloud, maintenanceAt, silencedAlerts } from './silenced';

type Told = Pick<AlertStatus, 'state' | 'suppression'>;

const at = (hour: number) =>
  `2026-03-04T${String(hour).padStart(2, '0')}:00:00Z`;
const until = (...hours: Array<number | undefined>) =>
  hours.map((hour, index) => ({
    id: `s${hour ?? index}`,
    ...(hour !== undefined && { endsAt: at(hour) }),
  }));
const quiet = (
  silencedBy: AlertSuppression['silencedBy'],
  rest: Partial<AlertSuppression> = {},
): Told => ({
  state: 'firing',
  suppression: { silencedBy, inhibited: false, mutedBy: [], ...rest },
});
const loud: Told = { state: 'firing' };
const pending: Told = { state: 'pending' };

describe('alerts that nobody is told of', () => {
  it.each<[string, Told[], number, number, string | undefined]>([
    ['none', [], 0, 0, undefined],
    ['one that is told of', [loud], 1, 0, undefined],
    ['one that is about to fire', [pending], 0, 0, undefined],
    ['one silenced', [quiet(until(6))], 0, 1, at(6)],
    ['one of two', [loud, quiet(until(6))], 1, 1, at(6)],
    ['by two silences: the later', [quiet(until(8, 6))], 0, 1, at(8)],
    [
      'two: the one told of again first',
      [quiet(until(8)), quiet(until(7))],
      0,
      2,
      at(7),
    ],
    ['by a silence not read yet', [quiet(until(undefined))], 0, 1, undefined],
    [
      'by one that is read and one that is not',
      [quiet(until(6, undefined))],
      0,
      1,
      undefined,
    ],
    ['inhibited', [quiet([], { inhibited: true })], 0, 1, undefined],
    ['muted', [quiet([], { mutedBy: ['nights'] })], 0, 1, undefined],
    [
      'silenced, and inhibited for longer perhaps',
      [quiet(until(6), { inhibited: true })],
      0,
      1,
      undefined,
    ],
    [
      'one inhibited and one silenced',
      [quiet([], { inhibited: true }), quiet(until(9))],
      0,
      2,
      at(9),
    ],
    [
      'one about to fire, though it is silenced',
      [{ ...quiet(until(6)), state: 'pending' }],
      0,
      0,
      undefined,
    ],
  ])('%s', (_, alerts, aloud, silenced, endsAt) => {
    expect(alerts.filter(firesAloud)).toHaveLength(aloud);
    const { count, first } = silencedAlerts(alerts);
    expect({ count, endsAt: first?.endsAt }).toEqual({
      count: silenced,
      endsAt,
    });
  });
});

describe('maintenanceAt', () => {
  const of = (silenceId: string, hour: number): EntityMaintenance => ({
    source: { type: 'alertmanager', name: 'main' },
    silenceId,
    startsAt: at(5),
    endsAt: at(hour),
    createdBy: 'ada',
    comment: '',
  });
  it.each<[string, EntityMaintenance[] | undefined, string | undefined]>([
    ['none', undefined, undefined],
    ['one that holds', [of('a', 7)], 'a'],
    ['one that ends now', [of('a', 6)], undefined],
    ['the longest', [of('a', 7), of('b', 9), of('c', 8)], 'b'],
  ])('%s', (_, maintenance, id) => {
    expect(maintenanceAt(maintenance, new Date(at(6)))?.silenceId).toBe(id);
  });
});
