import { JsonValue } from '@backstage/types';
import { Queries } from '../../client/Queries';
import { acceptsEmpty } from '../../promql/acceptsEmpty';
import { quote } from '../../promql/text';
import { overSeconds } from '../../promql/windowedQuery';
import { entitiesByLeg } from '../answeredLegs';
import { CompiledRatioQuery } from '../compiled';
import { Inspected } from '../IndicatorReader';
import { byEntity, joinLegs, Leg, legLabel } from '../legs';
import { lookbacks } from '../lookback';
import {
  MissingSeries,
  RatioQueryInspection,
  ratioQueryInspectionSchema,
} from './ratioQueryInspection';
import { lostEntityLabel, missingSeries } from './ratioQueryProblems';

/**
 * Finds out whether an empty answer of the part may be read as no events: its
 * metrics and the labels it names have to exist. One request, two when nothing
 * was met in an hour.
 */
export async function inspectRatioQuery(
  compiled: CompiledRatioQuery,
  client: Queries,
  options: { at: Date; previous?: JsonValue; signal: AbortSignal },
): Promise<Inspected> {
  const { at, signal } = options;
  const previous = ratioQueryInspectionSchema.safeParse(options.previous);
  const wanted = wantedSeries(compiled);
  let met = new Map<string, Set<string>>();
  let legsMet = new Set<string>();
  for (const { range, seconds } of lookbacks) {
    const query = joinLegs([
      ...answers(compiled, seconds),
      ...wanted.map((series, i) => ({
        name: wantedLeg(i),
        expression: `count(last_over_time(${selectorOf(series)}[${range}]))`,
      })),
    ]);
    const { result } = await client.query(query, at, signal);
    met = entitiesByLeg(result, compiled.entityLabel);
    legsMet = new Set(result.flatMap(({ labels }) => labels[legLabel] ?? []));
    if (legsMet.has('total')) {
      break;
    }
  }
  const known = [...(met.get('total') ?? [])];
  const good = compiled.partIs === 'good' ? met.get('part') ?? [] : [];
  const inspection: RatioQueryInspection = {
    kind: 'ratioQuery',
    at: at.toISOString(),
    known,
    // Before anything is there, nothing can be told to be missing.
    missing: legsMet.has('total')
      ? wanted.filter((_, i) => !legsMet.has(wantedLeg(i)))
      : [],
    goodSeen: [...new Set([...(previous.data?.goodSeen ?? []), ...good])],
  };
  const isLost = legsMet.has('total') && known.length === 0;
  return {
    inspection,
    problems: [
      ...(isLost ? [lostEntityLabel(compiled)] : []),
      ...inspection.missing.slice(0, 1).map(missingSeries),
    ],
  };
}

function answers(compiled: CompiledRatioQuery, seconds: number): Leg[] {
  const names = ['total', 'part'] as const;
  return names.map(name => ({
    name,
    expression: byEntity(
      'count',
      overSeconds(compiled[name], seconds),
      compiled.entityLabel,
    ),
  }));
}

/**
 * What has to exist: each metric of the part with each label that its matchers
 * need a value of; of good events also those that they only exclude.
 */
function wantedSeries({ part, partIs }: CompiledRatioQuery): MissingSeries[] {
  const wanted = part.selectors.flatMap(({ metric, matchers }) => {
    const labels = matchers
      .filter(matcher => partIs === 'good' || acceptsEmpty(matcher) !== true)
      .map(({ label }): MissingSeries => ({ metric, label }));
    return labels.length > 0 ? labels : [{ metric }];
  });
  return [
    ...new Map(wanted.map(each => [JSON.stringify(each), each])).values(),
  ];
}

function selectorOf({ metric, label }: MissingSeries): string {
  const name = `__name__=${quote(metric)}`;
  return label === undefined ? `{${name}}` : `{${name},${label}!=""}`;
}

function wantedLeg(index: number): string {
  return `wanted_${index}`;
}
