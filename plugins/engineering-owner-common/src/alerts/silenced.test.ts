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
  hour?: number,
  rest: Partial<AlertSuppression> = {},
): Told => ({
  state: 'firing',
  suppression: {
    silencedBy,
    inhibited: false,
    mutedBy: [],
    ...(hour !== undefined && { until: at(hour) }),
    ...rest,
  },
});
const loud: Told = { state: 'firing' };
const pending: Told = { state: 'pending' };

describe('alerts that nobody is told of', () => {
  it.each<[string, Told[], number, number, string | undefined]>([
    ['none', [], 0, 0, undefined],
    ['one that is told of', [loud], 1, 0, undefined],
    ['one that is about to fire', [pending], 0, 0, undefined],
    ['one silenced', [quiet(until(6), 6)], 0, 1, at(6)],
    ['one of two', [loud, quiet(until(6), 6)], 1, 1, at(6)],
    [
      'by the silence of several that counts',
      [quiet(until(9, 8, 6), 8)],
      0,
      1,
      at(8),
    ],
    [
      'two: the one told of again first',
      [quiet(until(8), 8), quiet(until(7), 7)],
      0,
      2,
      at(7),
    ],
    ['by a silence not read yet', [quiet(until(undefined))], 0, 1, undefined],
    ['silenced, for longer perhaps', [quiet(until(6))], 0, 1, undefined],
    ['inhibited', [quiet([], undefined, { inhibited: true })], 0, 1, undefined],
    [
      'one inhibited and one silenced',
      [quiet([], undefined, { inhibited: true }), quiet(until(9), 9)],
      0,
      2,
      at(9),
    ],
    [
      'one about to fire, though it is silenced',
      [{ ...quiet(until(6), 6), state: 'pending' }],
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
  const source = (name: string) => ({ type: 'alertmanager', name });
  const of = (hour: number, ...elsewhere: string[]): EntityMaintenance => ({
    source: source('main'),
    silenceId: `${hour}`,
    startsAt: at(5),
    endsAt: at(hour),
    createdBy: 'ada',
    comment: '',
    ...(elsewhere.length > 0 && { elsewhere: elsewhere.map(source) }),
  });
  it.each<
    [string, EntityMaintenance[] | undefined, number | undefined, string[]]
  >([
    ['none', undefined, undefined, []],
    ['one that holds', [of(7)], 7, []],
    ['one that ends now', [of(6)], undefined, []],
    ['the longest', [of(7), of(9), of(8)], 9, []],
    ['one of one of two', [of(7, 'us')], 7, ['us']],
    ['of each of two: until the first ends', [of(7, 'us'), of(9, 'eu')], 7, []],
    [
      'of each of two: until no other covers it there',
      [of(7, 'us'), of(8, 'us'), of(9, 'eu')],
      8,
      [],
    ],
    [
      'of each of two, of which one is over',
      [of(6, 'us'), of(9, 'eu')],
      9,
      ['eu'],
    ],
    [
      'of two of three, until another tells people',
      [of(7, 'us', 'asia'), of(9, 'eu', 'asia')],
      7,
      ['asia'],
    ],
    ['one of all, one of some', [of(7), of(9, 'us')], 7, []],
  ])('%s', (_, maintenance, hour, elsewhere) => {
    expect(maintenanceAt(maintenance, new Date(at(6)))).toEqual(
      hour && { until: at(hour), elsewhere: elsewhere.map(source) },
    );
  });
});
