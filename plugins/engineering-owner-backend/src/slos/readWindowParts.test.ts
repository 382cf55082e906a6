import {
  planWindow,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import {
  EntityReading,
  GroupReading,
} from '@engineering-owner/backstage-plugin-node';
import { readWindowParts } from './readWindowParts';

const problem: Problem = {
  code: 'label_missing',
  severity: 'error',
  message: 'no label "code"',
};
const invalid: EntityReading = { kind: 'invalid', problem };
const counts: EntityReading = { kind: 'counts', bad: 1, total: 100 };

function reading(cart: EntityReading | undefined, others = 1): GroupReading {
  return {
    values: new Map([
      ...(cart ? [['cart', cart] as const] : []),
      ...(others ? [['other', counts] as const] : []),
    ]),
    incomplete: false,
    warnings: [],
    inspectAgain: false,
  };
}

const nobody = reading(undefined, 0);
const silent = reading(undefined);

/** Four days, of which three are closed; the edges are half a day each. */
const plan = planWindow(new Date('2026-03-05T12:00:00Z'), 4 * 86400);
const day = { bad: 10, total: 1000 };
const ledger = () => ({
  days: new Map(plan.closedDays.map(each => [each, day])),
});

describe('readWindowParts', () => {
  it.each<[string, GroupReading, GroupReading, object]>([
    [
      'both edges',
      reading(counts),
      reading(counts),
      { counts: { bad: 32, total: 3200 }, coverage: 1 },
    ],
    [
      'an old edge that is invalid: not known, like a gap',
      reading(invalid),
      reading(counts),
      { counts: { bad: 31, total: 3100 }, coverage: 0.875 },
    ],
    [
      'a new edge that is invalid: so is the window',
      reading(counts),
      reading(invalid),
      { invalid: problem, coverage: 0.875 },
    ],
    [
      'an old edge that is invalid, and no series since: the days are known',
      reading(invalid),
      silent,
      { counts: { bad: 30, total: 3000 }, coverage: 0.875 },
    ],
    [
      'an old edge that is invalid, and nobody since: the days are known',
      reading(invalid),
      nobody,
      { counts: { bad: 30, total: 3000 }, coverage: 0.75 },
    ],
  ])('has %s', (_, old, recent, expected) => {
    expect(plan.direct).toHaveLength(2);
    expect(readWindowParts(plan, [old, recent], ledger, 'cart')).toEqual(
      expected,
    );
  });

  it.each([
    ['no series since', silent],
    ['nobody since', nobody],
  ])(
    'is invalid by an old edge when days hold nothing, with %s',
    (_, recent) => {
      const empty = () => ({
        days: new Map(
          plan.closedDays.map(each => [each, 'no_series' as const]),
        ),
      });

      expect(
        readWindowParts(plan, [reading(invalid), recent], empty, 'cart')
          .invalid,
      ).toEqual(problem);
    },
  );
});
