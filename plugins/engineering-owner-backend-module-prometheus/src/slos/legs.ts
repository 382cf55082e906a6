import { Matcher, narrowed, Selector } from '../promql/selector';
import { CompiledIndicator } from './compiled';

/** Tells the two legs of a query apart in its one answer. */
export const legLabel = 'engineering_owner_leg';

/** One count of events, by its name. */
export interface Leg {
  /** Of the series of the expression that do not name their leg themselves. */
  name: string;
  /** A vector, summed by the entity label already. */
  expression: string;
  /** Series of each entity in it, when not one. */
  seriesPerEntity?: number;
}

/** By what the series of a group are told apart, and what makes no difference. */
export type GroupLabels = Pick<
  CompiledIndicator,
  'entityLabel' | 'replicaLabels'
>;

/** Events of a selector in the last `seconds`, by entity. */
export function eventsByEntity(
  selector: Selector,
  seconds: number,
  group: GroupLabels,
  only: readonly Matcher[] = [],
): string {
  return byEntity(
    'sum',
    deduplicated(
      `increase(${narrowed(selector, only)}[${seconds}s])`,
      group.replicaLabels,
    ),
    group.entityLabel,
  );
}

/** Aggregates a vector by entity; to one number where the group has no label. */
export function byEntity(
  aggregation: 'sum' | 'count',
  vector: string,
  entityLabel: string,
): string {
  return entityLabel === ''
    ? `${aggregation}(${vector})`
    : `${aggregation} by (${entityLabel}) (${vector})`;
}

/** The same series from several replicas of a Prometheus counts once. */
export function deduplicated(vector: string, replicaLabels: string[]): string {
  return replicaLabels.length === 0
    ? vector
    : `max without (${replicaLabels.join(', ')}) (${vector})`;
}

/** All legs in one query, so that they cost one request and see one moment. */
export function joinLegs(legs: Leg[]): string {
  return legs
    .map(
      ({ name, expression }) =>
        `label_replace(${expression}, "${legLabel}", "${name}", "${legLabel}", "")`,
    )
    .join(' or ');
}
