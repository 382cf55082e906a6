import { interruption } from './__fixtures__/interruption';
import { march } from './__fixtures__/onCallShift';
import { defaultLoadLimits } from './loadLimits';
import { sleepPages } from './sleepPages';

const limit = defaultLoadLimits.sleepPagesPerWeek;
const fortnight = { from: march('02 00:00'), to: march('16 00:00') };
const day = { from: march('02 00:00'), to: march('03 00:00') };
const asleep = (at: string) => interruption(at, { hourClass: 'sleep' });
const somewhere = (at: string) => interruption(at, { hourClass: undefined });

describe('sleepPages', () => {
  it.each([
    {
      name: 'none is fine',
      pages: [interruption('02 12:00')],
      expected: { n: 0, of: 1, perWeek: 0, tone: 'fine' },
    },
    {
      name: 'three in a fortnight are worth a look',
      pages: [asleep('02 03:00'), asleep('03 03:00'), asleep('15 23:00')],
      expected: { n: 3, of: 3, perWeek: 1.5, tone: 'look_today' },
    },
    {
      name: 'six in a fortnight demand action',
      pages: ['02', '03', '04', '05', '06', '07'].map(d =>
        asleep(`${d} 03:00`),
      ),
      expected: { n: 6, of: 6, perWeek: 3, tone: 'act_now' },
    },
    {
      name: 'those outside the period do not count',
      pages: [asleep('01 23:59'), asleep('16 00:00')],
      expected: { n: 0, of: 0, perWeek: 0, tone: 'fine' },
    },
    {
      name: 'one in a day is one a week',
      period: day,
      pages: [asleep('02 03:00')],
      expected: { n: 1, of: 1, perWeek: 1, tone: 'look_today' },
    },
    {
      name: 'none known is not fine while one might be',
      pages: [somewhere('02 03:00'), interruption('02 12:00')],
      expected: {
        n: 0,
        of: 2,
        perWeek: 0,
        excluded: { no_time_zone: 1 },
        tone: 'unknown',
      },
    },
    {
      name: 'too many known are too many, whatever the others are',
      pages: [
        somewhere('02 03:00'),
        ...['02', '03', '04', '05', '06', '07'].map(d => asleep(`${d} 03:00`)),
      ],
      expected: {
        n: 6,
        of: 7,
        perWeek: 3,
        excluded: { no_time_zone: 1 },
        tone: 'act_now',
      },
    },
    {
      name: 'a period that ends before it begins has no figure',
      period: { from: day.to, to: day.from },
      pages: [asleep('02 03:00')],
      expected: { n: 0, of: 0, tone: 'unknown' },
    },
  ])('$name', ({ pages, expected, period = fortnight }) => {
    expect(sleepPages(pages, { period, limit })).toEqual({
      period,
      excluded: {},
      ...expected,
    });
  });
});
