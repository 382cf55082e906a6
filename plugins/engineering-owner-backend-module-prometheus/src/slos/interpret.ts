import { JsonValue } from '@backstage/types';
import { SliGroup } from '@engineering-owner/backstage-plugin-node';
import { z } from 'zod';
import { InspectedReader } from './IndicatorReader';
import { readerOf } from './readerOf';

const mark = z.object({ incomplete: z.literal(true) });

/** An inspection that was made while data was missing. */
export function incomplete(inspection: JsonValue): JsonValue {
  return typeof inspection === 'object' &&
    inspection !== null &&
    !Array.isArray(inspection)
    ? { ...inspection, incomplete: true }
    : inspection;
}

/** Whether data was missing while an inspection was made. */
export function isIncomplete(inspection: JsonValue): boolean {
  return mark.safeParse(inspection).success;
}

/** The reader of a group that was inspected. */
export function interpret(
  { compiled }: SliGroup,
  inspection: JsonValue,
): InspectedReader {
  return {
    ...readerOf(compiled).interpret(inspection),
    isIncomplete: isIncomplete(inspection),
  };
}
