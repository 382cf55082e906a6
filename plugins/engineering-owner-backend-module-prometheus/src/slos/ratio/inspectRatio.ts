import { JsonValue } from '@backstage/types';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { PrometheusClient } from '../../client/PrometheusClient';
import { narrowed } from '../../promql/selector';
import { escapeRegex, quote } from '../../promql/text';
import { entitiesByLeg } from '../answeredLegs';
import { CompiledRatio } from '../compiled';
import { Inspected } from '../IndicatorReader';
import { joinLegs, Leg } from '../legs';
import { aliveByEntity, lookbacks } from '../lookback';
import { RatioInspection, ratioInspectionSchema } from './ratioInspection';
import { missingLabel, missingPart } from './ratioProblems';
import { requiredLabels, sharesMetric } from './requiredLabels';

/** Of so many entities that lack a label, those they have are listed. */
const mostAskedFor = 50;

/**
 * Finds out whether no bad series may be read as no bad events: which labels
 * the part names exist on each entity's total, and who was ever good. The
 * number of requests does not depend on the number of entities.
 */
export async function inspectRatio(
  compiled: CompiledRatio,
  client: PrometheusClient,
  options: { at: Date; previous?: JsonValue; signal: AbortSignal },
): Promise<Inspected> {
  const { entityLabel, total } = compiled;
  const { at, signal } = options;
  const labels = requiredLabels(compiled);
  const previous = ratioInspectionSchema.safeParse(options.previous);
  let legs = new Map<string, Set<string>>();
  let lookback: number = lookbacks[0].seconds;
  for (const { range, seconds } of lookbacks) {
    const query = joinLegs(questions(compiled, labels, range));
    const { result } = await client.query(query, at, signal);
    legs = entitiesByLeg(result, entityLabel);
    lookback = seconds;
    if (legs.has('total')) {
      break;
    }
  }
  const known = [...(legs.get('total') ?? [])];
  const lacking = sharesMetric(compiled)
    ? labels
        .map((label, i) => ({
          label,
          entities: known.filter(entity => !legs.get(labelLeg(i))?.has(entity)),
        }))
        .filter(({ entities }) => entities.length > 0)
    : [];
  const inspection: RatioInspection = {
    kind: 'ratio',
    at: at.toISOString(),
    known,
    lacking,
    has: [],
    partExists: sharesMetric(compiled) || legs.has('part'),
    goodSeen: [
      ...new Set([
        ...(previous.success ? previous.data.goodSeen : []),
        ...(legs.get('good') ?? []),
      ]),
    ],
  };
  if (lacking.length > 0) {
    const entities = lacking
      .flatMap(({ entities: lackingIt }) => lackingIt)
      .slice(0, mostAskedFor);
    const selector = narrowed(total, [
      {
        label: entityLabel,
        operator: '=~',
        value: entities.map(escapeRegex).join('|'),
      },
    ]);
    const from = new Date(at.getTime() - lookback * 1000);
    const names = await client.labelNames(selector, { from, to: at }, signal);
    inspection.has = names.filter(name => name !== '__name__');
  }
  return { inspection, problems: problemsOfAll(compiled, inspection) };
}

function questions(
  compiled: CompiledRatio,
  labels: string[],
  range: string,
): Leg[] {
  const { entityLabel, total, part, partIs } = compiled;
  const legs: Leg[] = [
    {
      name: 'total',
      expression: aliveByEntity(total.text, range, entityLabel),
    },
  ];
  if (partIs === 'good') {
    legs.push({
      name: 'good',
      expression: aliveByEntity(part.text, range, entityLabel),
    });
  }
  if (!sharesMetric(compiled)) {
    const existing = labels.map(label => `,${label}!=""`).join('');
    const anyPart = `{__name__=${quote(part.metric)}${existing}}`;
    legs.push({
      name: 'part',
      expression: aliveByEntity(anyPart, range, entityLabel),
    });
    return legs;
  }
  return [
    ...legs,
    ...labels.map((label, i) => ({
      name: labelLeg(i),
      expression: aliveByEntity(
        narrowed(total, [{ label, operator: '!=', value: '' }]),
        range,
        entityLabel,
      ),
    })),
  ];
}

function labelLeg(index: number): string {
  return `label_${index}`;
}

/** What nobody has is a mistake in the definition, not in a service. */
function problemsOfAll(
  compiled: CompiledRatio,
  inspection: RatioInspection,
): Problem[] {
  const { known, lacking, partExists } = inspection;
  if (known.length > 0 && !partExists) {
    return [missingPart(compiled)];
  }
  return lacking
    .filter(({ entities }) => entities.length === known.length)
    .map(({ label }) => missingLabel(compiled, inspection, label));
}
