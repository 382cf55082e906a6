import { GroupReading } from '@engineering-owner/backstage-plugin-node';

/** The source answered, and said that data may be missing. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
}

/** @throws IncompleteAnswer when one of the readings of a stretch is not whole. */
export function refuseIncomplete(
  readings: GroupReading[],
  stretch: { from: Date; to: Date },
): void {
  const incomplete = readings.filter(reading => reading.incomplete);
  if (incomplete.length > 0) {
    const warnings = new Set(incomplete.flatMap(reading => reading.warnings));
    throw new IncompleteAnswer(
      `The source says that data may be missing from ${stretch.from.toISOString()} to ${stretch.to.toISOString()}: ${[
        ...warnings,
      ].join('; ')}`,
    );
  }
}
