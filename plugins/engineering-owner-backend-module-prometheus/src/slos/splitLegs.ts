import { acceptsEmpty } from '../promql/acceptsEmpty';
import { Matcher, narrowed, Selector } from '../promql/selector';
import { escapeRegex, quote } from '../promql/text';
import { bornLeg, countsBirths, firstValues } from './births';
import { deduplicated, GroupLabels, Leg, legLabel } from './legs';

const restOfTotal = 'total_rest';
const partOfTotal = 'total_part';

/**
 * The label by which alone the part is picked from the total, when it is so.
 * Then one pass over the total's series tells both.
 */
export function splittingMatcher(
  total: Selector,
  part: Selector,
): Matcher | undefined {
  const textOf = (matcher: Matcher) => JSON.stringify(matcher);
  const ofTotal = new Set(total.matchers.map(textOf));
  const ofPart = new Set(part.matchers.map(textOf));
  const own = part.matchers.filter(matcher => !ofTotal.has(textOf(matcher)));
  const [matcher] = own;
  const splits =
    total.metric === part.metric &&
    !total.namesMetric &&
    !part.namesMetric &&
    own.length === 1 &&
    total.matchers.every(each => ofPart.has(textOf(each))) &&
    (matcher.operator === '=' || matcher.operator === '=~') &&
    acceptsEmpty(matcher) === false;
  return splits ? matcher : undefined;
}

/** Events of the total in the last `seconds`, by entity, the part apart from the rest. */
export function splitLegs(
  total: Selector,
  matcher: Matcher,
  seconds: number,
  group: GroupLabels,
  only: readonly Matcher[] = [],
): Leg[] {
  const selector = narrowed(total, only);
  const window = `${seconds}s`;
  const counted = deduplicated(
    `increase(${selector}[${window}])`,
    group.replicaLabels,
  );
  const born = firstValues(selector, window, group.replicaLabels);
  return [
    {
      name: restOfTotal,
      expression: split(counted, matcher, partOfTotal, group),
      seriesPerEntity: 2,
    },
    ...(countsBirths(seconds)
      ? [
          {
            name: bornLeg(restOfTotal),
            expression: split(born, matcher, bornLeg(partOfTotal), group),
            seriesPerEntity: 2,
          },
        ]
      : []),
  ];
}

/** A vector summed by entity, what matches under a leg of its own. */
function split(
  vector: string,
  { label, operator, value }: Matcher,
  leg: string,
  { entityLabel }: GroupLabels,
): string {
  const regex = quote(operator === '=' ? escapeRegex(value) : value);
  const by = [...(entityLabel === '' ? [] : [entityLabel]), legLabel];
  return `sum by (${by.join(
    ', ',
  )}) (label_replace(${vector}, "${legLabel}", "${leg}", "${label}", ${regex}))`;
}

/** Counts as they are without the split: the total is the part and the rest. */
export function withoutSplit(
  answered: ReadonlyMap<string, number>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (leg: string, value: number) =>
    counts.set(leg, value + (counts.get(leg) ?? 0));
  for (const [leg, value] of answered) {
    switch (leg) {
      case restOfTotal:
        add('total', value);
        break;
      case partOfTotal:
        add('total', value);
        add('part', value);
        break;
      case bornLeg(restOfTotal):
        add(bornLeg('total'), value);
        break;
      case bornLeg(partOfTotal):
        add(bornLeg('total'), value);
        add(bornLeg('part'), value);
        break;
      default:
        add(leg, value);
    }
  }
  return counts;
}
