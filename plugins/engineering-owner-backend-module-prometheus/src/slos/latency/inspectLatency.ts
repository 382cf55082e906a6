import { JsonValue } from '@backstage/types';
import { soleValue } from '@engineering-owner/backstage-plugin-node';
import { Sample } from '../../client/PrometheusClient';
import { Queries } from '../../client/Queries';
import { narrowed } from '../../promql/selector';
import { entitiesByLeg } from '../answeredLegs';
import { anyEntity } from '../onlyEntity';
import { CompiledLatency } from '../compiled';
import { Inspected } from '../IndicatorReader';
import { joinLegs, legLabel } from '../legs';
import { aliveByEntity, lookbacks } from '../lookback';
import { isBound, neighbours, settleBound } from './bounds';
import {
  LatencyInspection,
  latencyInspectionSchema,
} from './latencyInspection';
import { missingBound, nearestBound } from './latencyProblems';
import { bucketsAt } from './bucketsAt';

/** Of so many entities without the bound, their own neighbours are named. */
const mostAskedFor = 50;

/**
 * Finds out how the bound is spelt and who has it, in at most four requests:
 * the bounds of the whole group, who has this one, and the neighbours for
 * those who do not.
 */
export async function inspectLatency(
  compiled: CompiledLatency,
  client: Queries,
  options: { at: Date; previous?: JsonValue; signal: AbortSignal },
): Promise<Inspected> {
  const { entityLabel } = compiled;
  const { at, signal } = options;
  const { known, bounds, range } = await readBounds(compiled, client, options);
  const previous = latencyInspectionSchema.safeParse(options.previous);
  // Nobody there says nothing against what was settled before.
  const settled =
    settleBound(bounds, compiled) ??
    (bounds.length === 0 ? previous.data?.bound : undefined);
  const bound = settled ?? compiled.bound;
  const spellings = [
    ...new Set([
      ...bounds.filter(spelling => isBound(spelling, bound)),
      ...(previous.success ? previous.data.spellings : []),
    ]),
  ].filter(spelling => isBound(spelling, bound));

  const { result: bounded } = await client.query(
    aliveByEntity(
      bucketsAt({ ...compiled, bound }, spellings),
      range,
      entityLabel,
    ),
    at,
    signal,
  );
  const having = new Set(
    bounded.map(({ labels }) => labels[entityLabel] ?? soleValue),
  );
  const without = known.filter(entity => !having.has(entity));
  const own = await boundsOf(
    without.slice(0, mostAskedFor),
    { compiled, range },
    client,
    options,
  );
  const inspection: LatencyInspection = {
    kind: 'latency',
    at: at.toISOString(),
    known,
    ...(bound !== compiled.bound && { bound }),
    spellings,
    lacking: without.map((entity, i) => ({
      entity,
      ...neighbours(
        i < mostAskedFor ? own.get(entity) ?? [] : bounds,
        compiled.bound,
      ),
    })),
  };
  const nobody = known.length > 0 && without.length === known.length;
  if (nobody) {
    const next = neighbours(bounds, compiled.bound);
    return { inspection, problems: [missingBound(compiled, next)] };
  }
  const problems =
    bound === compiled.bound ? [] : [nearestBound(compiled, bound)];
  return { inspection, problems };
}

async function readBounds(
  compiled: CompiledLatency,
  client: Queries,
  options: { at: Date; signal: AbortSignal },
) {
  const { buckets, total, entityLabel } = compiled;
  let known: string[] = [];
  let bounds: string[] = [];
  let range: string = lookbacks[0].range;
  for (const lookback of lookbacks) {
    range = lookback.range;
    const query = joinLegs([
      {
        name: 'total',
        expression: aliveByEntity(total.text, range, entityLabel),
      },
      { name: 'bounds', expression: aliveByEntity(buckets.text, range, 'le') },
    ]);
    const { result } = await client.query(query, options.at, options.signal);
    known = [...(entitiesByLeg(result, entityLabel).get('total') ?? [])];
    bounds = boundsIn(result);
    if (known.length > 0) {
      break;
    }
  }
  return { known, bounds, range };
}

function boundsIn(samples: Sample[]): string[] {
  return samples
    .filter(({ labels }) => labels[legLabel] === 'bounds')
    .flatMap(({ labels: { le } }) => (le ? [le] : []));
}

async function boundsOf(
  entities: string[],
  group: { compiled: CompiledLatency; range: string },
  client: Queries,
  options: { at: Date; signal: AbortSignal },
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (entities.length === 0) {
    return found;
  }
  const { entityLabel, buckets } = group.compiled;
  const selector = narrowed(buckets, anyEntity(entityLabel, entities));
  const { result } = await client.query(
    `count by (${[entityLabel, 'le']
      .filter(Boolean)
      .join(', ')}) (last_over_time(${selector}[${group.range}]))`,
    options.at,
    options.signal,
  );
  for (const { labels } of result) {
    const { [entityLabel]: entity = soleValue, le } = labels;
    if (le) {
      found.set(entity, [...(found.get(entity) ?? []), le]);
    }
  }
  return found;
}
