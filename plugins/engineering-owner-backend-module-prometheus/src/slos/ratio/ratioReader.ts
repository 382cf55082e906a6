import { InputError } from '@backstage/errors';
import { EntityReading } from '@engineering-owner/backstage-plugin-node';
import { aliveLegs } from '../births';
import { CompiledRatio } from '../compiled';
import { eventLegs } from '../eventLegs';
import { IndicatorReader, InspectedReader } from '../IndicatorReader';
import { splitLegs, splittingMatcher } from '../splitLegs';
import { describeRatio } from './describeRatio';
import { inspectRatio } from './inspectRatio';
import { RatioInspection, ratioInspectionSchema } from './ratioInspection';
import {
  goodNeverSeen,
  missingLabel,
  missingPart,
  notANumber,
  notInspected,
} from './ratioProblems';
import { requiredLabels, toleratedLabels } from './requiredLabels';

/** Reads a ratio of two counters. */
export function ratioReader(compiled: CompiledRatio): IndicatorReader {
  return {
    inspect: (client, options) => inspectRatio(compiled, client, options),
    interpret(inspection) {
      const parsed = ratioInspectionSchema.safeParse(inspection);
      if (!parsed.success) {
        throw new InputError(
          `the group of ${compiled.part.text} has to be inspected before it is read`,
        );
      }
      return inspectedRatio(compiled, parsed.data);
    },
    describe: (_inspection, entity, window) =>
      describeRatio(compiled, entity, window),
  };
}

function inspectedRatio(
  compiled: CompiledRatio,
  inspection: RatioInspection,
): InspectedReader {
  const known = new Set(inspection.known);
  const hadPart = new Set(inspection.hadPart);
  const goodSeen = new Set(inspection.goodSeen);
  const lacking = inspection.lacking.map(({ label, entities }) => ({
    label,
    entities: new Set(entities),
    everyone: entities.length === known.size,
  }));

  const splitBy = splittingMatcher(compiled.total, compiled.part);
  const needed = requiredLabels(compiled);
  const unmet = toleratedLabels(compiled).find(
    label => !inspection.metLabels.includes(label),
  );

  /**
   * Before anything is counted, each label that the part names without needing
   * it has to exist on some series of the group: on none, the part is all of
   * the total, whatever happens. Where others have it, an entity may do without.
   */
  const meaninglessPart = (entity: string): EntityReading | undefined => {
    if (unmet === undefined) {
      return undefined;
    }
    const problem =
      known.size === 0
        ? notInspected(compiled, entity)
        : missingLabel(compiled, inspection, unmet);
    return { kind: 'invalid', problem };
  };

  const mistakeOf = (entity: string) => {
    const missing = lacking.find(({ entities, everyone }) =>
      known.has(entity) ? entities.has(entity) : everyone,
    );
    return missing && missingLabel(compiled, inspection, missing.label, entity);
  };

  const withoutPart = (entity: string, total: number): EntityReading => {
    if (compiled.partIs === 'good') {
      return goodSeen.has(entity)
        ? { kind: 'counts', bad: total, total }
        : { kind: 'invalid', problem: goodNeverSeen(compiled, entity) };
    }
    if (!inspection.partExists) {
      return { kind: 'invalid', problem: missingPart(compiled) };
    }
    return known.size === 0
      ? { kind: 'invalid', problem: notInspected(compiled, entity) }
      : { kind: 'counts', bad: 0, total };
  };

  return {
    inspectedAt: new Date(inspection.at),
    known: inspection.known,
    knows: entity => known.has(entity),
    // A label that was renamed takes the part away, and no errors are left; a
    // label or metric that nobody had may have come.
    doubts: (entity, counts) =>
      unmet !== undefined ||
      (!counts.has('part') && (hadPart.has(entity) || !inspection.partExists)),
    legs: (seconds, only) => [
      ...(splitBy
        ? splitLegs(compiled.total, splitBy, seconds, compiled, only)
        : [
            ...eventLegs('total', compiled.total, seconds, compiled, { only }),
            ...eventLegs('part', compiled.part, seconds, compiled, { only }),
          ]),
    ],
    shared: (seconds, only) => aliveLegs(compiled.total, seconds, only),
    judge(entity, counts) {
      const total = counts.get('total');
      const part = counts.get('part');
      if (total === undefined) {
        return undefined;
      }
      if (!Number.isFinite(total)) {
        const problem = notANumber(compiled.total.text, total);
        return { kind: 'invalid', problem };
      }
      // Good events by a label that is not there are all events: such a part
      // answers, and means nothing.
      if (part === undefined || compiled.partIs === 'good') {
        const mistake =
          mistakeOf(entity) ??
          (needed.length > 0 && part !== undefined && known.size === 0
            ? notInspected(compiled, entity)
            : undefined);
        if (mistake) {
          return { kind: 'invalid', problem: mistake };
        }
      }
      const meaningless = meaninglessPart(entity);
      if (meaningless) {
        return meaningless;
      }
      if (part === undefined) {
        return withoutPart(entity, total);
      }
      if (!Number.isFinite(part)) {
        const problem = notANumber(compiled.part.text, part);
        return { kind: 'invalid', problem };
      }
      const bad = compiled.partIs === 'bad' ? part : total - part;
      return { kind: 'counts', total, bad: Math.min(total, Math.max(0, bad)) };
    },
  };
}
