import { InputError } from '@backstage/errors';
import { parseDuration } from '@engineering-owner/backstage-plugin-common';
import { Matcher, narrowed, Selector } from '../promql/selector';
import { aliveBefore, countsBirths, firstValues } from './births';
import { deduplicated, GroupLabels } from './legs';
import { onlyEntity } from './onlyEntity';

/** Some of all events: those of a selector, narrowed by matchers. */
export interface PartOfEvents {
  selector: Selector;
  matchers?: Matcher[];
  /** Labels that may be spelt otherwise at another time. */
  spelledBy?: string[];
}

/** Queries for one entity's events in a window, as a person would write them. */
export interface EntityEvents {
  total: string;
  /** Empty where no series is of the part, as a sum of nothing is. */
  part: string;
  /** The same with 0 there. */
  partOrZero: string;
}

/**
 * What `read` counts, first values of born series included: the same guards
 * that {@link withBirths} has stand in the query.
 */
export function eventsOfEntity(
  { total, part }: { total: Selector; part: PartOfEvents },
  entity: string,
  window: string,
  { entityLabel, replicaLabels }: GroupLabels,
): EntityEvents {
  const seconds = parseDuration(window);
  if (!Number.isInteger(seconds)) {
    throw new InputError(`"${window}" is no window`);
  }
  const own = onlyEntity({ entityLabel: entityLabel || undefined }, entity);
  const ofTotal = narrowed(total, own);
  const ofPart = narrowed(part.selector, [...own, ...(part.matchers ?? [])]);
  const increaseOf = (selector: string) =>
    `sum(${deduplicated(`increase(${selector}[${window}])`, replicaLabels)})`;
  const all = increaseOf(ofTotal);
  const some = increaseOf(ofPart);
  const zero = `0 * ${all}`;
  if (!countsBirths(seconds)) {
    return { total: all, part: some, partOrZero: `(${some} or ${zero})` };
  }
  const alive = aliveBefore(total.text, window);
  const bornOfTotal = `sum(${firstValues(ofTotal, window, replicaLabels)})`;
  const bornOfPart = `sum(${firstValues(ofPart, window, [
    ...replicaLabels,
    ...(part.spelledBy ?? []),
  ])})`;
  const births = `(${bornOfPart} <= ${all} unless ${bornOfTotal} > ${all} and ${alive} or ${zero})`;
  return {
    total: `(${all} + (${bornOfTotal} <= ${all} and ${alive} or ${zero}))`,
    part: `(${some} + ${births})`,
    partOrZero: `((${some} or ${zero}) + ${births})`,
  };
}
