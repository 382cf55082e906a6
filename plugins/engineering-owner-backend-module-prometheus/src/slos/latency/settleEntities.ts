import { CompiledLatency } from '../compiled';
import { isBound, isSame, SeriesByBound, settleBound } from './bounds';
import {
  LatencyInspection,
  MovedBound,
  SettledBound,
} from './latencyInspection';

/** Each is asked for in a leg of its own; who has yet another is told to be without. */
const mostBounds = 8;

/** As long as the longest window: so long figures may be made of both bounds. */
const rememberedMs = 400 * 86_400_000;
const mostMoved = 200;

/**
 * Settles for each entity without the threshold's own bound at which one it is
 * counted, so that what one team's histogram has changes nothing for others.
 */
export function settleEntities(
  compiled: CompiledLatency,
  options: {
    at: Date;
    known: string[];
    /** Entities that do not have the threshold's own bound. */
    without: string[];
    seriesOf: ReadonlyMap<string, SeriesByBound>;
    previous: LatencyInspection | undefined;
  },
): { settled: SettledBound[]; moved: MovedBound[]; unsettled: string[] } {
  const { at, known, without, seriesOf, previous } = options;
  const { bound, nearestBucket } = compiled;
  if (!nearestBucket) {
    return { settled: [], moved: [], unsettled: without };
  }
  const before = boundsBefore(compiled, previous);
  const groups = new Map<number, SettledBound>();
  const add = (value: number, entity: string, spellings: string[]) => {
    const group = groups.get(value) ?? {
      bound: value,
      spellings: [],
      entities: [],
    };
    group.spellings = [...new Set([...group.spellings, ...spellings])];
    group.entities.push(entity);
    groups.set(value, group);
  };
  const unsettled: string[] = [];
  const now = new Map(known.map(entity => [entity, bound]));
  for (const entity of without) {
    const series = seriesOf.get(entity) ?? new Map<string, number>();
    const own = before.get(entity);
    const settled = settleBound(series, {
      bound,
      nearestBucket,
      // The threshold's own is not there any more, or not everywhere.
      before: own !== undefined && isSame(own, bound) ? undefined : own,
    });
    now.delete(entity);
    if (settled === undefined) {
      unsettled.push(entity);
    } else {
      now.set(entity, settled);
      const spelt = [...series.keys()].filter(each => isBound(each, settled));
      add(settled, entity, spelt);
    }
  }
  // Who is idle now is still counted where it was when a long stretch is read.
  const present = new Set(known);
  for (const { bound: value, spellings, entities } of previous?.settled ?? []) {
    for (const entity of entities.filter(each => !present.has(each))) {
      add(value, entity, spellings);
    }
    const group = groups.get(value);
    if (group) {
      group.spellings = [...new Set([...group.spellings, ...spellings])];
    }
  }
  const ordered = [...groups.values()].sort(
    (a, b) => b.entities.length - a.entities.length,
  );
  const tooMany = ordered.slice(mostBounds).flatMap(group => group.entities);
  const news = known.flatMap((entity): MovedBound[] => {
    const from = before.get(entity);
    const to = now.get(entity);
    return from === undefined || to === undefined || isSame(from, to)
      ? []
      : [{ entity, at: at.toISOString(), from, to }];
  });
  const old = (previous?.moved ?? []).filter(
    each => at.getTime() - new Date(each.at).getTime() <= rememberedMs,
  );
  return {
    settled: ordered.slice(0, mostBounds),
    moved: [...news, ...old].slice(0, mostMoved),
    unsettled: [...unsettled, ...tooMany.filter(each => present.has(each))],
  };
}

/** At which bound each entity was counted, of those that were. */
function boundsBefore(
  { bound }: CompiledLatency,
  previous: LatencyInspection | undefined,
): Map<string, number> {
  const before = new Map(
    (previous?.known ?? []).map(entity => [entity, bound]),
  );
  previous?.lacking.forEach(({ entity }) => before.delete(entity));
  previous?.settled.forEach(group =>
    group.entities.forEach(entity => before.set(entity, group.bound)),
  );
  return before;
}
