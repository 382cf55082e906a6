import {
  EntityReading,
  GroupReading,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { tellOfMissingData } from '../client/missingData';
import { Sample } from '../client/PrometheusClient';
import { countUnusable, valuesByEntity } from './answeredLegs';
import { wasAlive, withBirths } from './births';
import { InspectedReader } from './IndicatorReader';
import { withoutSplit } from './splitLegs';

/** New entities show up in the stretches that are read every minute. */
const longestStretchOfNews = 3_600_000;

/**
 * Errors come and go with restarts, so a part that is gone seldom means that
 * its label is: so long an inspection is believed nevertheless.
 */
const believedForMs = 600_000;

/** The reading of a group from the samples that its legs brought. */
export function readGroup(
  reader: InspectedReader,
  entityLabel: string,
  stretch: Stretch,
  samples: Sample[],
  warnings: string[],
): GroupReading {
  const values = new Map<string, EntityReading>();
  let met = false;
  let doubted = false;
  const alive = wasAlive(samples);
  for (const [entity, answered] of valuesByEntity(samples, entityLabel)) {
    const counts = withBirths(withoutSplit(answered), alive);
    const reading = reader.judge(entity, counts);
    if (reading) {
      values.set(entity, reading);
      met ||= !reader.knows(entity);
      doubted ||= reader.doubts(entity, counts);
    }
  }
  // An entity that an older stretch still holds may be gone for good, and
  // another inspection would not meet it either.
  const isRecent =
    stretch.to > reader.inspectedAt &&
    stretch.to.getTime() - stretch.from.getTime() <= longestStretchOfNews;
  const isOld =
    stretch.to.getTime() - reader.inspectedAt.getTime() > believedForMs;
  // No data is missing of those who can be named, so the reading is whole.
  const unusable = countUnusable(samples, entityLabel);
  return {
    values,
    incomplete: tellOfMissingData(warnings),
    warnings:
      unusable === 0
        ? warnings
        : [
            ...warnings,
            `left out ${unusable} values of the label "${entityLabel}" that are longer than 255 characters or hold control characters`,
          ],
    inspectAgain:
      isRecent && (met || reader.isIncomplete === true || (doubted && isOld)),
  };
}
