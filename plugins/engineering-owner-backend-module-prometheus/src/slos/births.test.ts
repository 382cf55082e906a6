import {
  aliveBefore,
  aliveLegs,
  birthLegs,
  firstValues,
  withBirths,
} from './births';
import { parseSelector } from '../promql/selector';

const group = { entityLabel: 'service', replicaLabels: [] };

describe('withBirths', () => {
  it.each([
    [
      'adds what an error series was born with',
      { total: 20, part: 0, part_born: 5, total_born: 5 },
      true,
      { total: 25, part: 5 },
    ],
    [
      'counts an error series of which there is only its first sample',
      { total: 20, part_born: 5 },
      true,
      { total: 20, part: 5 },
    ],
    [
      'adds nothing when the group was not there before',
      { total: 20, part: 1, part_born: 5, total_born: 5 },
      false,
      { total: 20, part: 1 },
    ],
    [
      'adds nothing when an entity was born with more than it counted since',
      { total: 60, part: 1, total_born: 1_000_000, part_born: 4 },
      true,
      { total: 60, part: 1 },
    ],
    [
      'adds nothing to a part that was born with more than the total counted',
      { total: 60, part: 1, total_born: 0, part_born: 61 },
      true,
      { total: 60, part: 1 },
    ],
    [
      'takes one sample for no reading',
      { total_born: 7, part_born: 7 },
      true,
      {},
    ],
    [
      'adds nothing to a total that did not move',
      { total: 0, total_born: 7 },
      true,
      { total: 0 },
    ],
    [
      'adds nothing that is no number of events',
      { total: 60, part: 1, part_born: NaN },
      true,
      { total: 60, part: 1 },
    ],
    [
      'adds nothing where the total is no number',
      { total: NaN, total_born: 1 },
      true,
      { total: NaN },
    ],
  ])('%s', (_, answered, alive, expected) => {
    const counts = withBirths(new Map(Object.entries(answered)), alive);
    expect(Object.fromEntries(counts)).toEqual(expected);
  });

  it('does not depend on the order of the answer', () => {
    const answered: Array<[string, number]> = [
      ['part_born', 5],
      ['part', 2],
      ['total', 20],
    ];
    expect(withBirths(new Map(answered), true).get('part')).toBe(7);
  });
});

describe('First values', () => {
  it('are those of series that were not there in the hour before', () => {
    expect(firstValues('hits{code="500"}', '6h', [])).toBe(
      'min_over_time(hits{code="500"}[6h]) unless last_over_time(hits{code="500"}[1h] offset 6h)',
    );
    expect(aliveBefore('hits', '6h')).toBe(
      'count(last_over_time(hits[1h] offset 6h))',
    );
  });

  it('of two replicas are those of one series', () => {
    expect(firstValues('hits', '1h', ['replica', 'le'])).toBe(
      'min without (replica, le) (min_over_time(hits[1h])) unless max without (replica, le) (last_over_time(hits[1h] offset 1h))',
    );
  });

  it.each([
    [899, 0],
    [900, 1],
  ])('count in stretches from 15 minutes on, not in %d s', (seconds, legs) => {
    const total = { name: 'total', selector: 'hits' };
    expect(birthLegs(total, seconds, group)).toHaveLength(legs);
    const hits = parseSelector('hits');
    expect(hits.ok && aliveLegs(hits.selector, seconds)).toHaveLength(legs);
  });
});
