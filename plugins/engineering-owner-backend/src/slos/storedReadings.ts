import {
  StoredReading,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { SloMember } from './matchTemplate';
import { WindowReading } from './ReadingStore';
import { Sighting } from './SightingStore';
import { WindowStatus } from './WindowStore';

/**
 * What a window's readings have in common, whosever they are: of entities that
 * have a row in it, and of those that have none.
 */
export interface WindowFacts {
  window: string;
  read: StoredReading;
  unread: StoredReading;
}

/** What all readings of a window have in common. */
export function windowFacts(status: WindowStatus): WindowFacts {
  const { window } = status;
  const unread: StoredReading = {
    window,
    coverage: 0,
    incomplete: status.incomplete,
    ...(status.attemptedAt && {
      attemptedAt: status.attemptedAt.toISOString(),
    }),
    ...(status.lastError !== undefined && { lastError: status.lastError }),
  };
  const read = status.at ? { ...unread, at: status.at.toISOString() } : unread;
  return { window, read, unread };
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
  // All of one shape: a few hundred thousand are made each minute.
  const stored = windows.map(({ window, read, unread }): StoredReading => {
    const reading = readings?.get(window);
    const { at, attemptedAt, incomplete, lastError } = reading ? read : unread;
    return {
      window,
      at,
      attemptedAt,
      incomplete,
      lastError,
      counts: reading?.counts,
      coverage: reading?.coverage ?? 0,
      invalid: reading?.invalid,
      firstSeenAt: sighting?.firstSeenAt,
      lastSeenAt: sighting?.lastSeenAt,
      lastLiveAt: sighting?.lastLiveAt,
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
