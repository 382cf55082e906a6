import { JsonValue } from '@backstage/types';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Queries } from '../../client/Queries';
import { Matcher, narrowed } from '../../promql/selector';
import { quote } from '../../promql/text';
import { entitiesByLeg } from '../answeredLegs';
import { anyEntity } from '../onlyEntity';
import { CompiledRatio } from '../compiled';
import { Inspected } from '../IndicatorReader';
import { Leg } from '../legs';
import { aliveByEntity } from '../lookback';
import { legsIn, meetGroup } from '../meetGroup';
import { rareScrapes, scrapeLegs } from '../scrapes';
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
 * good. Where nobody was there of late, what was known before still holds.
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
  const previous = ratioInspectionSchema.safeParse(options.previous).data;
  const { samples, lookback } = await meetGroup(
    client,
    asked => ({
      entityLabel,
      known: previous?.known ?? [],
      legs: only => legsOf(compiled, asked.range, only),
      shared: [
        ...sharedLegs(compiled, asked.range),
        ...scrapeLegs(total, asked),
      ],
    }),
    { at, signal, isFirst: previous === undefined },
  );
  const legs = entitiesByLeg(samples, entityLabel);
  const met = legsIn(samples);
  const known = [...(legs.get('total') ?? [])];
  const isAnybodyThere = known.length > 0;
  // Nobody errs while nobody is there, so that time does not count.
  const isPartMet =
    met.has('part') || (!isAnybodyThere && previous?.partExists === true);
  const partSeenAt = isPartMet ? at.toISOString() : previous?.partSeenAt;
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
    known: isAnybodyThere ? known : previous?.known ?? [],
    lacking: isAnybodyThere ? lacking : previous?.lacking ?? [],
    // Nobody can have a label while there is nobody.
    metLabels: met.has(sharesMetric(compiled) ? 'total' : 'metric')
      ? tolerated.filter((_, i) => met.has(toleratedLeg(i)))
      : previous?.metLabels ?? [],
    has: isAnybodyThere ? [] : previous?.has ?? [],
    hadPart: isAnybodyThere
      ? [...(legs.get('own') ?? [])]
      : previous?.hadPart ?? [],
    partExists: sharesMetric(compiled) || partRemembered,
    ...(partSeenAt !== undefined && { partSeenAt }),
    goodSeen: [
      ...new Set([
        ...(previous?.goodSeen ?? []),
        ...((compiled.partIs === 'good' && legs.get('own')) || []),
      ]),
    ],
  };
  const askedFor = isAnybodyThere
    ? [
        ...lacking.flatMap(({ entities }) => entities),
        ...(unmetLabels(compiled, inspection).length > 0 ? known : []),
      ]
    : [];
  if (askedFor.length > 0 && sharesMetric(compiled)) {
    const entities = [...new Set(askedFor)].slice(0, mostAskedFor);
    const selector = narrowed(total, anyEntity(entityLabel, entities));
    const from = new Date(at.getTime() - lookback.seconds * 1000);
    const names = await client.labelNames(selector, { from, to: at }, signal);
    inspection.has = names.filter(name => name !== '__name__');
  }
  return {
    inspection,
    problems: [
      ...problemsOfAll(compiled, inspection),
      ...rareScrapes(total, samples),
    ],
  };
}

/** What each entity has of its own. */
function legsOf(
  compiled: CompiledRatio,
  range: string,
  only: readonly Matcher[],
): Leg[] {
  const { entityLabel, total, part } = compiled;
  const alive = (name: string, selector: string): Leg => ({
    name,
    expression: aliveByEntity(selector, range, entityLabel),
  });
  return [
    alive('total', narrowed(total, only)),
    alive('own', narrowed(part, only)),
    ...(sharesMetric(compiled) ? requiredLabels(compiled) : []).map(
      (label, i) =>
        alive(labelLeg(i), narrowed(total, [existing(label), ...only])),
    ),
  ];
}

/** What has to exist for anybody. */
function sharedLegs(compiled: CompiledRatio, range: string): Leg[] {
  const { entityLabel, total, part } = compiled;
  const ofEntities = entityLabel === '' ? [] : [existing(entityLabel)];
  const anywhere = (name: string, selector: string): Leg => ({
    name,
    expression: aliveByEntity(selector, range, ''),
  });
  const tolerated = toleratedLabels(compiled);
  if (sharesMetric(compiled)) {
    return tolerated.map((label, i) =>
      anywhere(
        toleratedLeg(i),
        narrowed(total, [existing(label), ...ofEntities]),
      ),
    );
  }
  const ofMetric = (labels: string[]) =>
    `{__name__=${quote(part.metric)}${[...labels.map(existing), ...ofEntities]
      .map(({ label }) => `,${label}!=""`)
      .join('')}}`;
  return [
    anywhere('part', ofMetric(requiredLabels(compiled))),
    ...(tolerated.length > 0 ? [anywhere('metric', ofMetric([]))] : []),
    ...tolerated.map((label, i) =>
      anywhere(toleratedLeg(i), ofMetric([label])),
    ),
  ];
}

function existing(label: string): Matcher {
  return { label, operator: '!=', value: '' };
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
