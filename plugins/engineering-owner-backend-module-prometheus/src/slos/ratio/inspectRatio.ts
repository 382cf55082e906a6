import { JsonValue } from '@backstage/types';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Queries } from '../../client/Queries';
import { narrowed } from '../../promql/selector';
import { quote } from '../../promql/text';
import { entitiesByLeg } from '../answeredLegs';
import { anyEntity } from '../onlyEntity';
import { CompiledRatio } from '../compiled';
import { Inspected } from '../IndicatorReader';
import { joinLegs, Leg } from '../legs';
import { aliveByEntity, lookbacks } from '../lookback';
import { RatioInspection, ratioInspectionSchema } from './ratioInspection';
import { missingLabel, missingPart } from './ratioProblems';
import {
  requiredLabels,
  sharesMetric,
  toleratedLabels,
} from './requiredLabels';

/**
 * A metric of errors is often born with the first error, so after a rollout
 * nobody has it for a while. One that was renamed must not be green for ever.
 */
const partRememberedMs = 86_400_000;

/** Of so many entities that lack a label, those they have are listed. */
const mostAskedFor = 50;

/**
 * Finds out whether no bad series may be read as no bad events: which labels
 * the part names exist on each entity's total or anywhere, and who was ever
 * good. The number of requests does not depend on the number of entities.
 */
export async function inspectRatio(
  compiled: CompiledRatio,
  client: Queries,
  options: { at: Date; previous?: JsonValue; signal: AbortSignal },
): Promise<Inspected> {
  const { entityLabel, total } = compiled;
  const { at, signal } = options;
  const labels = requiredLabels(compiled);
  const tolerated = toleratedLabels(compiled);
  const previous = ratioInspectionSchema.safeParse(options.previous);
  let legs = new Map<string, Set<string>>();
  let lookback: number = lookbacks[0].seconds;
  for (const { range, seconds } of lookbacks) {
    const query = joinLegs(questions(compiled, range));
    const { result } = await client.query(query, at, signal);
    legs = entitiesByLeg(result, entityLabel);
    lookback = seconds;
    if (legs.has('total')) {
      break;
    }
  }
  const known = [...(legs.get('total') ?? [])];
  const partSeenAt = legs.has('part')
    ? at.toISOString()
    : previous.data?.partSeenAt;
  const partRemembered =
    partSeenAt !== undefined &&
    at.getTime() - new Date(partSeenAt).getTime() <= partRememberedMs;
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
    // Nobody can have a label while there is nobody.
    metLabels: legs.has(sharesMetric(compiled) ? 'total' : 'metric')
      ? tolerated.filter((_, i) => legs.has(toleratedLeg(i)))
      : previous.data?.metLabels ?? [],
    has: [],
    hadPart: [...(legs.get('own') ?? [])],
    partExists: sharesMetric(compiled) || partRemembered,
    ...(partSeenAt !== undefined && { partSeenAt }),
    goodSeen: [
      ...new Set([
        ...(previous.data?.goodSeen ?? []),
        ...((compiled.partIs === 'good' && legs.get('own')) || []),
      ]),
    ],
  };
  const askedFor = [
    ...lacking.flatMap(({ entities }) => entities),
    ...(unmetLabels(compiled, inspection).length > 0 ? known : []),
  ];
  if (askedFor.length > 0 && sharesMetric(compiled)) {
    const entities = [...new Set(askedFor)].slice(0, mostAskedFor);
    const selector = narrowed(total, anyEntity(entityLabel, entities));
    const from = new Date(at.getTime() - lookback * 1000);
    const names = await client.labelNames(selector, { from, to: at }, signal);
    inspection.has = names.filter(name => name !== '__name__');
  }
  return { inspection, problems: problemsOfAll(compiled, inspection) };
}

function questions(compiled: CompiledRatio, range: string): Leg[] {
  const { entityLabel, total, part } = compiled;
  const labels = requiredLabels(compiled);
  const tolerated = toleratedLabels(compiled);
  const legs: Leg[] = [
    {
      name: 'total',
      expression: aliveByEntity(total.text, range, entityLabel),
    },
    {
      name: 'own',
      expression: aliveByEntity(part.text, range, entityLabel),
    },
  ];
  if (!sharesMetric(compiled)) {
    const existing = labels.map(label => `,${label}!=""`).join('');
    const anyPart = `{__name__=${quote(part.metric)}${existing}}`;
    legs.push({
      name: 'part',
      expression: aliveByEntity(anyPart, range, entityLabel),
    });
    if (tolerated.length > 0) {
      const metric = `{__name__=${quote(part.metric)}}`;
      legs.push({
        name: 'metric',
        expression: aliveByEntity(metric, range, entityLabel),
      });
    }
    return [
      ...legs,
      ...tolerated.map((label, i) => ({
        name: toleratedLeg(i),
        expression: aliveByEntity(
          `{__name__=${quote(part.metric)},${label}!=""}`,
          range,
          entityLabel,
        ),
      })),
    ];
  }
  return [
    ...legs,
    ...tolerated.map((label, i) => ({
      name: toleratedLeg(i),
      expression: aliveByEntity(
        narrowed(total, [{ label, operator: '!=', value: '' }]),
        range,
        entityLabel,
      ),
    })),
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

function toleratedLeg(index: number): string {
  return `tolerated_${index}`;
}

function unmetLabels(
  compiled: CompiledRatio,
  { metLabels }: RatioInspection,
): string[] {
  return toleratedLabels(compiled).filter(label => !metLabels.includes(label));
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
  const lackedByAll = lacking
    .filter(({ entities }) => entities.length === known.length)
    .map(({ label }) => label);
  const unmet = known.length > 0 ? unmetLabels(compiled, inspection) : [];
  return [...new Set([...lackedByAll, ...unmet])].map(label =>
    missingLabel(compiled, inspection, label),
  );
}
