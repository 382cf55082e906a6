import { JsonValue } from '@backstage/types';
import { Queries } from '../../client/Queries';
import { acceptsEmpty } from '../../promql/acceptsEmpty';
import { Matcher } from '../../promql/selector';
import { quote } from '../../promql/text';
import { overSeconds } from '../../promql/windowedQuery';
import { entitiesByLeg } from '../answeredLegs';
import { CompiledRatioQuery } from '../compiled';
import { Inspected } from '../IndicatorReader';
import { byEntity, Leg } from '../legs';
import { legsIn, meetGroup } from '../meetGroup';
import { narrowAnswer } from '../narrowAnswer';
import {
  MissingSeries,
  RatioQueryInspection,
  ratioQueryInspectionSchema,
} from './ratioQueryInspection';
import { lostEntityLabel, missingSeries } from './ratioQueryProblems';

/**
 * Finds out whether an empty answer of the part may be read as no events: its
 * metrics and the labels it names have to exist. Where nothing is there, what was
 * known before still holds.
 */
export async function inspectRatioQuery(
  compiled: CompiledRatioQuery,
  client: Queries,
  options: { at: Date; previous?: JsonValue; signal: AbortSignal },
): Promise<Inspected> {
  const { at, signal } = options;
  const previous = ratioQueryInspectionSchema.safeParse(options.previous).data;
  const wanted = wantedSeries(compiled);
  const { samples } = await meetGroup(
    client,
    ({ range, seconds }) => ({
      entityLabel: compiled.entityLabel,
      known: previous?.known ?? [],
      legs: only => answers(compiled, seconds, only),
      shared: wanted.map((series, i) => ({
        name: wantedLeg(i),
        expression: `count(last_over_time(${selectorOf(series)}[${range}]))`,
      })),
    }),
    { at, signal },
  );
  const met = entitiesByLeg(samples, compiled.entityLabel);
  const legsMet = legsIn(samples);
  const isAnythingThere = legsMet.has('total');
  const known = [...(met.get('total') ?? [])];
  const good = compiled.partIs === 'good' ? met.get('part') ?? [] : [];
  const inspection: RatioQueryInspection = {
    kind: 'ratioQuery',
    at: at.toISOString(),
    known: isAnythingThere ? known : previous?.known ?? [],
    // While nothing is there, nothing can be told to be missing that was not.
    missing: isAnythingThere
      ? wanted.filter((_, i) => !legsMet.has(wantedLeg(i)))
      : previous?.missing ?? [],
    goodSeen: [...new Set([...(previous?.goodSeen ?? []), ...good])],
  };
  const isLost = isAnythingThere && known.length === 0;
  return {
    inspection,
    problems: [
      ...(isLost ? [lostEntityLabel(compiled)] : []),
      ...inspection.missing.slice(0, 1).map(missingSeries),
    ],
  };
}

function answers(
  compiled: CompiledRatioQuery,
  seconds: number,
  only: readonly Matcher[],
): Leg[] {
  const names = ['total', 'part'] as const;
  return names.map(name => ({
    name,
    expression: narrowAnswer(
      byEntity(
        'count',
        overSeconds(compiled[name], seconds),
        compiled.entityLabel,
      ),
      only,
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
