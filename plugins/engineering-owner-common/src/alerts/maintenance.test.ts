import { maintenanceSilences, plannedMaintenance } from './maintenance';
import { Silence } from './model';
import { parseLabelMatchers } from './parseLabelMatchers';

const silence = (matchers: string, rest: Partial<Silence> = {}): Silence => ({
  id: 's',
  matchers: parseLabelMatchers(matchers) ?? [],
  startsAt: '2026-03-04T05:00:00.000Z',
  endsAt: '2026-03-04T06:00:00.000Z',
  createdBy: 'ada',
  comment: '',
  ...rest,
});
const name = { label: 'service', value: 'checkout' };
const during = new Date('2026-03-04T05:30:00Z');

describe('maintenanceSilences', () => {
  it.each<[string, string, boolean]>([
    ['names it', 'service="checkout"', true],
    ['names another', 'service="cart"', false],
    ['names it among others', 'service=~"cart|checkout"', true],
    ['names the beginning of it', 'service=~"check"', false],
    ['names every service', 'service=~".+"', true],
    ['names it and where it runs', 'service="checkout",namespace="shop"', true],
    ['names it elsewhere', 'service="checkout",namespace="billing"', false],
    ['names where it runs', 'namespace="shop"', true],
    ['names it, but not there', 'service="checkout",namespace!="shop"', false],
    [
      'names it, and what it is not',
      'service="checkout",namespace!="billing"',
      true,
    ],
    [
      'concerns one of its alerts',
      'service="checkout",alertname="ErrorsHigh"',
      false,
    ],
    [
      'concerns all but one of its alerts',
      'service="checkout",alertname!="Watchdog"',
      false,
    ],
    ['concerns all alerts but one', 'alertname!="Watchdog"', false],
    ['concerns all services but another', 'service!="cart"', false],
    ['concerns all services but others', 'service!~"cart|search"', false],
    ['concerns what has no service, too', 'service=~".*"', false],
    ['concerns a replica of it', 'service="checkout",replica="a"', false],
    ['concerns what has no team', 'service="checkout",team=""', false],
    ['names it in capitals', 'service="CheckOut"', true],
    ['names it in capitals among others', 'service=~"Cart|Check.*"', true],
    [
      'names all but it in capitals',
      'service=~".+",service!="CHECKOUT"',
      false,
    ],
    ['names where it runs in capitals', 'namespace="Shop"', false],
    ['is not understood', 'service=~"checkout|("', false],
    ['has no matcher', '', false],
  ])('a silence that %s: %s → %s', (_, matchers, expected) => {
    const found = maintenanceSilences(
      [silence(matchers)],
      { name, fixed: { namespace: 'shop' } },
      during,
    );
    expect(found).toHaveLength(expected ? 1 : 0);
  });

  it.each<[string, boolean]>([
    ['2026-03-04T04:59:59.999Z', false],
    ['2026-03-04T05:00:00.000Z', true],
    ['2026-03-04T05:59:59.999Z', true],
    ['2026-03-04T06:00:00.000Z', false],
  ])('from five to six: at %s %s', (time, expected) => {
    const found = maintenanceSilences(
      [silence('service="checkout"')],
      { name, fixed: {} },
      new Date(time),
    );
    expect(found).toHaveLength(expected ? 1 : 0);
  });

  it.each<[string, boolean]>([
    ['2026-03-04T04:59:59.999Z', true],
    ['2026-03-04T05:00:00.000Z', false],
    ['2026-03-04T06:00:00.000Z', false],
  ])('from five to six: at %s it is planned: %s', (time, expected) => {
    const silences = [
      silence('service="checkout"'),
      silence('service="cart"'),
      silence('service="checkout",alertname="ErrorsHigh"'),
      silence('service="checkout"', { endsAt: '2026-03-04T05:00:00.000Z' }),
    ];
    expect(
      plannedMaintenance(silences, { name, fixed: {} }, new Date(time)),
    ).toEqual(expected ? [silences[0]] : []);
  });

  it('names an entity in small letters that writes itself in capitals', () => {
    const entity = { name: { ...name, value: 'CheckOut' }, fixed: {} };
    const silences = [silence('service="checkout"')];
    expect(maintenanceSilences(silences, entity, during)).toEqual(silences);
  });

  it('holds at no time whose ends are none', () => {
    const odd = silence('service="checkout"', { endsAt: 'NaN' });
    expect(maintenanceSilences([odd], { name, fixed: {} }, during)).toEqual([]);
  });
});
