import { Matcher, narrowed, Selector } from '../promql/selector';
import { birthLegs } from './births';
import { eventsByEntity, GroupLabels, Leg } from './legs';

/**
 * Events of a selector in the last `seconds`, by entity, and what its series
 * were born with.
 *
 * @param options.only - matchers that narrow the selector further
 * @param options.spelledBy - series that differ only in one of these labels are
 *   the same one, spelt otherwise at another time
 */
export function eventLegs(
  name: string,
  selector: Selector,
  seconds: number,
  group: GroupLabels,
  options: { only?: readonly Matcher[]; spelledBy?: string[] } = {},
): Leg[] {
  const { only = [], spelledBy } = options;
  return [
    { name, expression: eventsByEntity(selector, seconds, group, only) },
    ...birthLegs(
      { name, selector: narrowed(selector, only) },
      seconds,
      group,
      spelledBy,
    ),
  ];
}
