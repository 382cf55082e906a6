import { Problem } from '@engineering-owner/backstage-plugin-common';
import { CompiledLatency } from '../compiled';
import { ownerOf } from '../ownerOf';
import { MovedBound, SettledBound } from './latencyInspection';

/** Requests are counted in buckets: a threshold between two cannot be measured. */
export function missingBound(
  { buckets, bound, unit, entityLabel }: CompiledLatency,
  next: { below?: string; above?: string },
  entity?: string,
): Problem {
  const owner = ownerOf(entityLabel, entity, 'of');
  const near = [next.below, next.above].filter(
    spelling => spelling !== undefined,
  );
  const advice =
    near.length > 0
      ? `the nearest are ${near.join(' and ')}`
      : 'it has no classic buckets';
  return {
    code: 'sli_bound_missing',
    severity: 'error',
    message: `${buckets.metric}${owner} has no bucket that ends at ${bound} ${unit}; ${advice}`,
    params: {
      metric: buckets.metric,
      bound,
      unit,
      nearest: near.join(', '),
    },
  };
}

/** The figures are of another threshold than was asked for. */
export function nearestBound(
  { buckets, bound, unit, nearestBucket }: CompiledLatency,
  settled: SettledBound[],
  known: number,
): Problem {
  const counted = settled.reduce((sum, each) => sum + each.entities.length, 0);
  const isAll = settled.length === 1 && counted >= known;
  const bounds = settled.map(each =>
    isAll
      ? `${each.bound} ${unit}`
      : `${each.bound} ${unit} of ${services(each.entities.length)}`,
  );
  return {
    code: 'sli_bound_nearest',
    severity: 'warning',
    message: `${buckets.metric}${
      isAll ? '' : ` of ${services(counted)}`
    } has no bucket that ends at ${bound} ${unit}; requests are counted at ${listed(
      bounds,
    )}, since nearestBucket is ${nearestBucket}`,
    params: {
      metric: buckets.metric,
      bound,
      unit,
      settled: settled.map(each => each.bound).join(', '),
    },
  };
}

/** Of so many changes of a bound the rest is left out. */
const mostMovesTold = 3;

/** Windows that reach further back are made of two thresholds. */
export function movedBounds(
  { buckets, unit }: CompiledLatency,
  moved: MovedBound[],
): Problem[] {
  const alike = new Map<string, MovedBound[]>();
  for (const each of moved) {
    const key = `${each.from} ${each.to}`;
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  return [...alike.values()].slice(0, mostMovesTold).map(each => {
    const [{ at, from, to }] = each;
    const since = `${at.slice(0, 16).replace('T', ' ')} UTC`;
    const count = new Set(each.map(({ entity }) => entity)).size;
    return {
      code: 'sli_bound_moved',
      severity: 'warning',
      message: `since ${since} requests of ${services(
        count,
      )} are counted at ${to} ${unit} and no more at ${from} ${unit}, because the buckets of ${
        buckets.metric
      } changed; figures of a window that began before are made of both`,
      params: { metric: buckets.metric, from, to, unit, since: at },
    };
  });
}

function services(count: number): string {
  return count === 1 ? '1 service' : `${count} services`;
}

function listed(texts: string[]): string {
  return texts.length > 1
    ? `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
    : texts.join();
}

/** The entity is new to the inspection, and may have a bound of its own. */
export function boundNotSettled(
  { buckets, bound, unit, entityLabel }: CompiledLatency,
  entity: string,
): Problem {
  return {
    code: 'sli_not_inspected',
    severity: 'error',
    message: `it is not known yet at which bound next to ${bound} ${unit} requests of ${
      buckets.metric
    }${ownerOf(entityLabel, entity, 'of')} are counted`,
    params: { metric: buckets.metric, bound, unit },
  };
}
