import {
  StoredReading,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { SloMember } from './matchTemplate';
import { WindowReading } from './ReadingStore';
import { Sighting } from './SightingStore';
import { WindowStatus } from './WindowStore';

/** What a window's readings have in common, whosever they are. */
export interface WindowFacts
  extends Pick<
    StoredReading,
    'window' | 'incomplete' | 'attemptedAt' | 'lastError'
  > {
  /** End of the last good read. */
  readUpTo?: string;
}

/** What all readings of a window have in common. */
export function windowFacts(status: WindowStatus): WindowFacts {
  return {
    window: status.window,
    incomplete: status.incomplete,
    ...(status.at && { readUpTo: status.at.toISOString() }),
    ...(status.attemptedAt && {
      attemptedAt: status.attemptedAt.toISOString(),
    }),
    ...(status.lastError !== undefined && { lastError: status.lastError }),
  };
}

/**
 * What the store holds of an SLO, in the form that common judges. An entity
 * that has no row in a window that was read joined after that read: it is
 * pending, not without data.
 */
export function storedReadings(
  member: SloMember,
  windows: readonly WindowFacts[],
  readings: Pick<ReadonlyMap<string, WindowReading>, 'get'> | undefined,
  sighting: Sighting | undefined,
): StoredReading[] {
  const stored = windows.map(({ readUpTo, ...facts }): StoredReading => {
    const reading = readings?.get(facts.window);
    return {
      ...facts,
      ...(reading && readUpTo !== undefined && { at: readUpTo }),
      ...(reading?.counts && { counts: reading.counts }),
      coverage: reading?.coverage ?? 0,
      ...sighting,
      ...(reading?.invalid && { invalid: reading.invalid }),
    };
  });
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
