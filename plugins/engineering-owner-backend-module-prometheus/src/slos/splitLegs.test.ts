import { parseSelector } from '../promql/selector';
import { splitLegs, splittingMatcher, withoutSplit } from './splitLegs';

function selector(text: string) {
  const parsed = parseSelector(text);
  if (!parsed.ok) {
    throw new Error(parsed.reason);
  }
  return parsed.selector;
}

const code = { label: 'code', operator: '=~', value: '5..' };

describe('splittingMatcher', () => {
  it.each([
    ['hits', 'hits{code=~"5.."}', code],
    ['hits{job="a"}', 'hits{code=~"5..",job="a"}', code],
    [
      'hits',
      'hits{result="failed"}',
      { label: 'result', operator: '=', value: 'failed' },
    ],
    ['hits', 'errors{code=~"5.."}', undefined],
    ['hits', 'hits', undefined],
    ['hits', 'hits{code!~"2.."}', undefined],
    ['hits', 'hits{code!="200"}', undefined],
    ['hits', 'hits{code=~"5.*|"}', undefined],
    ['hits', 'hits{code=""}', undefined],
    ['hits', 'hits{code=~"5..",method="GET"}', undefined],
    ['hits{job="a"}', 'hits{code=~"5.."}', undefined],
    ['hits{job="a"}', 'hits{code=~"5..",job="b"}', undefined],
    ['{__name__="hits"}', '{__name__="hits",code=~"5.."}', undefined],
  ])('of %s and %s is %j', (total, part, expected) => {
    expect(splittingMatcher(selector(total), selector(part))).toEqual(expected);
  });
});

describe('splitLegs', () => {
  it('take a value for itself, whatever it holds', () => {
    const [{ expression }] = splitLegs(
      selector('hits'),
      { label: 'result', operator: '=', value: 'a.b"|\\' },
      60,
      { entityLabel: 'service', replicaLabels: ['replica'] },
    );
    expect(expression).toBe(
      'sum by (service, engineering_owner_leg) (label_replace(max without (replica) (increase(hits[60s])), "engineering_owner_leg", "total_part", "result", "a\\\\.b\\"\\\\|\\\\\\\\"))',
    );
  });

  it('leave a group without a label in one', () => {
    const [{ expression }] = splitLegs(
      selector('hits'),
      { label: 'code', operator: '=~', value: '5..' },
      60,
      { entityLabel: '', replicaLabels: [] },
    );
    expect(expression).toMatch(/^sum by \(engineering_owner_leg\) /);
  });
});

describe('withoutSplit', () => {
  it.each([
    [
      'adds the part and the rest up',
      { total_rest: 90, total_part: 10 },
      { total: 100, part: 10 },
    ],
    ['knows a total without a part', { total_rest: 90 }, { total: 90 }],
    [
      'knows a total that is all part',
      { total_part: 10 },
      { total: 10, part: 10 },
    ],
    [
      'does the same with what was born',
      { total_rest: 1, total_rest_born: 5, total_part_born: 2 },
      { total: 1, total_born: 7, part_born: 2 },
    ],
    ['leaves others alone', { total: 9, part: 1 }, { total: 9, part: 1 }],
  ])('%s', (_, answered, expected) => {
    const counts = withoutSplit(new Map(Object.entries(answered)));
    expect(Object.fromEntries(counts)).toEqual(expected);
  });
});
