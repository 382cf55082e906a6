import { JsonValue } from '@backstage/types';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { soleValue } from '@engineering-owner/backstage-plugin-node';
import { Sample } from '../../client/PrometheusClient';
import { Queries } from '../../client/Queries';
import { Matcher, narrowed } from '../../promql/selector';
import { entitiesByLeg } from '../answeredLegs';
import { anyEntity } from '../onlyEntity';
import { CompiledLatency } from '../compiled';
import { Inspected } from '../IndicatorReader';
import { legLabel } from '../legs';
import { aliveByEntity } from '../lookback';
import { meetGroup } from '../meetGroup';
import { askInShards } from '../shards/askInShards';
import { rareScrapes, scrapeLegs } from '../scrapes';
import { isBound, neighbours, SeriesByBound } from './bounds';
import {
  LatencyInspection,
  latencyInspectionSchema,
} from './latencyInspection';
import { missingBound, movedBounds, nearestBound } from './latencyProblems';
import { bucketsAt } from './bucketsAt';
import { settleEntities } from './settleEntities';

/** Of so many entities without the bound, their own neighbours are named. */
const mostAskedFor = 50;

type Options = { at: Date; signal: AbortSignal };
type Buckets = { compiled: CompiledLatency; range: string };

/**
 * Finds out how the bound is spelt and who has it, and of who does not have it
 * which bounds there are. Where nobody was there of late, what was known before
 * still holds.
 */
export async function inspectLatency(
  compiled: CompiledLatency,
  client: Queries,
  options: Options & { previous?: JsonValue },
): Promise<Inspected> {
  const { entityLabel, buckets, total, nearestBucket } = compiled;
  const previous = latencyInspectionSchema.safeParse(options.previous).data;
  const { samples, lookback } = await meetGroup(
    client,
    asked => ({
      entityLabel,
      known: previous?.known ?? [],
      legs: only => [
        {
          name: 'total',
          expression: aliveByEntity(
            narrowed(total, only),
            asked.range,
            entityLabel,
          ),
        },
      ],
      shared: [
        {
          name: 'bounds',
          expression: aliveByEntity(buckets.text, asked.range, 'le'),
        },
        ...scrapeLegs(total, asked),
      ],
    }),
    options,
  );
  const at = options.at.toISOString();
  const known = [...(entitiesByLeg(samples, entityLabel).get('total') ?? [])];
  const bounds = boundsIn(samples);
  if (known.length === 0 && previous) {
    const inspection = { ...previous, at };
    return { inspection, problems: problemsOf(compiled, inspection, bounds) };
  }
  const spellings = [
    ...new Set([...bounds, ...(previous?.spellings ?? [])]),
  ].filter(spelling => isBound(spelling, compiled.bound));
  const group = { compiled, range: lookback.range };
  const having = await whoHas(spellings, known, group, client, options);
  const without = known.filter(entity => !having.has(entity));
  const seriesOf = await seriesByBound(
    nearestBucket ? without : without.slice(0, mostAskedFor),
    { known, bounds: bounds.length },
    group,
    client,
    options,
  );
  const { settled, moved, unsettled } = settleEntities(compiled, {
    at: options.at,
    known,
    without,
    seriesOf,
    previous,
  });
  const inspection: LatencyInspection = {
    kind: 'latency',
    at,
    known,
    spellings,
    settled,
    moved,
    lacking: unsettled.map((entity, i) => ({
      entity,
      ...neighbours(
        [...(seriesOf.get(entity)?.keys() ?? (i < mostAskedFor ? [] : bounds))],
        compiled.bound,
      ),
    })),
  };
  return {
    inspection,
    problems: [
      ...problemsOf(compiled, inspection, bounds),
      ...rareScrapes(total, samples),
    ],
  };
}

/** What nobody has is a mistake in the definition, not in a service. */
function problemsOf(
  compiled: CompiledLatency,
  { known, lacking, settled, moved }: LatencyInspection,
  bounds: string[],
): Problem[] {
  if (known.length > 0 && lacking.length === known.length) {
    return [missingBound(compiled, neighbours(bounds, compiled.bound))];
  }
  return [
    ...(settled.length > 0
      ? [nearestBound(compiled, settled, known.length)]
      : []),
    ...movedBounds(compiled, moved),
  ];
}

function boundsIn(samples: Array<Pick<Sample, 'labels'>>): string[] {
  return samples
    .filter(({ labels }) => labels[legLabel] === 'bounds')
    .flatMap(({ labels: { le } }) => (le ? [le] : []));
}

/**
 * Who has the threshold's own bound; where another one may be taken, only those
 * who have it in all their series. While a new bucket is rolled out, requests of
 * the instances that lack it would pass for slow.
 */
async function whoHas(
  spellings: string[],
  known: string[],
  { compiled, range }: Buckets,
  client: Queries,
  { at, signal }: Options,
): Promise<Set<string>> {
  const { entityLabel } = compiled;
  const { result } = await askInShards(
    {
      entityLabel,
      known,
      legs: only => [
        {
          name: 'having',
          expression: haveAtBound(compiled, { spellings, range, only }),
        },
      ],
      shared: [],
    },
    1,
    query => client.query(query, at, signal),
  );
  return entitiesByLeg(result, entityLabel).get('having') ?? new Set();
}

function haveAtBound(
  compiled: CompiledLatency,
  options: { spellings: string[]; range: string; only: readonly Matcher[] },
): string {
  const { buckets, entityLabel, nearestBucket } = compiled;
  const { spellings, range, only } = options;
  const own = aliveByEntity(
    bucketsAt(compiled, spellings, only),
    range,
    entityLabel,
  );
  const all = narrowed(buckets, [
    { label: 'le', operator: '=', value: '+Inf' },
    ...only,
  ]);
  return nearestBucket
    ? `(${own} >= ${aliveByEntity(all, range, entityLabel)})`
    : own;
}

/** How many series have each bound, of entities that lack the threshold's own. */
async function seriesByBound(
  entities: string[],
  all: { known: string[]; bounds: number },
  { compiled, range }: Buckets,
  client: Queries,
  { at, signal }: Options,
): Promise<Map<string, SeriesByBound>> {
  const found = new Map<string, Map<string, number>>();
  if (entities.length === 0) {
    return found;
  }
  const { entityLabel, buckets } = compiled;
  const by = [entityLabel, 'le'].filter(Boolean).join(', ');
  // Longer lists make a request of many kilobytes: then all are asked for.
  const areFew = entities.length <= mostAskedFor;
  const named = areFew ? anyEntity(entityLabel, entities) : [];
  const { result } = await askInShards(
    {
      entityLabel,
      known: areFew ? entities : all.known,
      legs: only => [
        {
          name: 'bounds',
          expression: `count by (${by}) (last_over_time(${narrowed(buckets, [
            ...named,
            ...only,
          ])}[${range}]))`,
          seriesPerEntity: all.bounds,
        },
      ],
      shared: [],
    },
    1,
    query => client.query(query, at, signal),
  );
  const asked = new Set(entities);
  for (const { labels, value } of result) {
    const { [entityLabel]: entity = soleValue, le } = labels;
    if (le && asked.has(entity)) {
      const series = found.get(entity) ?? new Map<string, number>();
      series.set(le, value);
      found.set(entity, series);
    }
  }
  return found;
}
