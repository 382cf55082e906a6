import { march } from './__fixtures__/onCallShift';
import { knownPart, ofPart } from './knownPart';

const period = { from: march('02 00:00'), to: march('09 00:00') };

describe('knownPart', () => {
  it.each([
    { name: 'all, where nothing limits it', known: [], whole: true },
    {
      name: 'all, where it was read from before on until later',
      known: [{ from: march('01 00:00'), until: march('10 00:00') }],
      whole: true,
    },
    {
      name: 'from when it was read on',
      known: [{ from: march('05 00:00') }],
      from: march('05 00:00'),
      whole: false,
    },
    {
      name: 'from when both were read on',
      known: [{ from: march('05 00:00') }, { from: march('03 00:00') }],
      from: march('05 00:00'),
      whole: false,
    },
    {
      name: 'until it was read, and that is all of it within the hour',
      known: [{ until: march('08 23:00') }],
      to: march('08 23:00'),
      whole: true,
    },
    {
      name: 'until it was read, which is too long ago to be all',
      known: [{ until: march('08 22:59') }],
      to: march('08 22:59'),
      whole: false,
    },
    {
      name: 'nothing, where it was never read',
      known: [{ from: march('10 00:00'), until: march('10 00:00') }],
      from: period.to,
      whole: false,
    },
    {
      name: 'nothing, where reading ended before',
      known: [{ from: march('01 00:00'), until: march('01 12:00') }],
      to: period.from,
      whole: false,
    },
    {
      name: 'all, where the time is none',
      known: [{ from: 'soon' }],
      whole: true,
    },
  ])('is $name', ({ known, from, to, whole }) => {
    expect(knownPart(period, ...known)).toEqual({
      period: { from: from ?? period.from, to: to ?? period.to },
      whole,
    });
  });
});

describe('a figure of a part', () => {
  it.each([
    { tone: 'fine', becomes: 'unknown' },
    { tone: 'look_today', becomes: 'look_today' },
    { tone: 'act_now', becomes: 'act_now' },
    { tone: 'unknown', becomes: 'unknown' },
  ] as const)('is $becomes where it would be $tone', ({ tone, becomes }) => {
    expect(ofPart({ period, whole: false }, { tone })).toEqual({
      tone: becomes,
      partial: true,
    });
    expect(ofPart({ period, whole: true }, { tone })).toEqual({ tone });
  });
});
