import {
  StoredReading,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { SloMember } from './matchTemplate';
import { WindowReading } from './ReadingStore';
import { Sighting } from './SightingStore';
import { WindowStatus } from './WindowStore';

/**
 * What the store holds of an SLO, in the form that common judges. An entity
 * that has no row in a window that was read joined after that read: it is
 * pending, not without data.
 */
export function storedReadings(
  member: SloMember,
  windows: Iterable<WindowStatus>,
  readings: Pick<ReadonlyMap<string, WindowReading>, 'get'> | undefined,
  sighting: Sighting | undefined,
): StoredReading[] {
  const stored: StoredReading[] = [];
  for (const status of windows) {
    const reading = readings?.get(status.window);
    stored.push({
      window: status.window,
      ...(status.at && reading && { at: status.at.toISOString() }),
      ...(reading?.counts && { counts: reading.counts }),
      coverage: reading?.coverage ?? 0,
      incomplete: status.incomplete,
      ...sighting,
      ...(status.attemptedAt && {
        attemptedAt: status.attemptedAt.toISOString(),
      }),
      ...(status.lastError !== undefined && { lastError: status.lastError }),
      ...(reading?.invalid && { invalid: reading.invalid }),
    });
  }
  return member.invalid
    ? invalidEverywhere(member.invalid, member, stored)
    : stored;
}

function invalidEverywhere(
  invalid: NonNullable<SloMember['invalid']>,
  member: SloMember,
  stored: StoredReading[],
): StoredReading[] {
  const own = member.definition && windowKey(member.definition.window);
  const names = new Set([
    ...stored.map(reading => reading.window),
    ...(own ? [own] : []),
  ]);
  return [...names].map(window => ({
    window,
    coverage: 0,
    incomplete: false,
    invalid,
  }));
}
