import { JsonValue } from '@backstage/types';
import {
  alignTime,
  burnWindows,
  EventCounts,
  Problem,
  SloWindow,
  StoredReading,
  windowKey,
  windowStretch,
} from '@engineering-owner/backstage-plugin-common';
import {
  EntityReading,
  SliGroup,
  SliSource,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import pLimit from 'p-limit';
import { describeFailure } from '../../ingest/describeFailure';
import { DAY } from '../ledger/LedgerDay';

/** Of the SLO's own window; what lies before is not read. */
const mostDays = 30;
const dayKey = (daysAgo: number) => `day ${daysAgo}`;

type Part = EntityReading | undefined | 'unread';

/**
 * Reads the windows of one entity straight from its source, without the
 * ledger: those up to a day in one request each, longer ones day by day, the
 * newest first, as far as the time allows. What was not read lowers the
 * coverage.
 */
export async function readWindows(options: {
  source: SliSource;
  group: SliGroup;
  inspection: JsonValue;
  entityValue: string;
  window: SloWindow;
  now: Date;
  /** Shared by all previews. */
  limit: pLimit.Limit;
  signal: AbortSignal;
}): Promise<StoredReading[]> {
  const { source, window, now, entityValue, limit, signal } = options;
  const end = alignTime(now, {
    intervalSeconds: 60,
    delaySeconds: source.evaluationDelaySeconds,
  });
  let lastError: string | undefined;
  const read = (stretch: Stretch): Promise<Part> =>
    limit(async () => {
      try {
        signal.throwIfAborted();
        const { values } = await source.read(
          options.group,
          options.inspection,
          stretch,
          { signal },
        );
        return values.get(entityValue);
      } catch (error) {
        lastError ??= describeFailure(error);
        return 'unread';
      }
    });

  const own = windowStretch(window, end);
  const days = daysBefore(end, own.from);
  const short = burnWindows.filter(({ seconds }) => seconds * 1000 <= DAY);
  const parts = new Map<string, Promise<Part>>();
  for (const { window: name, seconds } of short) {
    parts.set(
      name,
      read({ from: new Date(end.getTime() - seconds * 1000), to: end }),
    );
  }
  for (const [i, day] of days.entries()) {
    const isWholeDay = i === 0 && day.to.getTime() - day.from.getTime() === DAY;
    parts.set(dayKey(i), (isWholeDay && parts.get('1d')) || read(day));
  }
  const answered = new Map<string, Part>();
  for (const [name, part] of parts) {
    answered.set(name, await part);
  }

  const ownPieces = days.map(
    (stretch, i): Piece => ({ stretch, part: answered.get(dayKey(i)) }),
  );
  const at = end.toISOString();
  const firstSeenAt = findFirstSeen(ownPieces);
  const reading = (name: string, pieces: Piece[], length: number) =>
    toReading(name, pieces, { length, at, lastError, firstSeenAt });
  const threeDays = ownPieces.slice(0, 3);
  return [
    ...short.map(({ window: name, seconds }) =>
      reading(
        name,
        [
          {
            stretch: {
              from: new Date(end.getTime() - seconds * 1000),
              to: end,
            },
            part: answered.get(name),
          },
        ],
        seconds * 1000,
      ),
    ),
    ...(own.from.getTime() <= end.getTime() - 3 * DAY
      ? [reading('3d', threeDays, 3 * DAY)]
      : []),
    reading(windowKey(window), ownPieces, end.getTime() - own.from.getTime()),
  ].filter(
    (each, i, all) =>
      // A window of a day or three is a burn window too.
      all.findLastIndex(({ window: name }) => name === each.window) === i,
  );
}

interface Piece {
  stretch: Stretch;
  part: Part;
}

function daysBefore(end: Date, start: Date): Stretch[] {
  const days: Stretch[] = [];
  let to = end.getTime();
  while (to > start.getTime() && days.length < mostDays) {
    const from = Math.max(start.getTime(), to - DAY);
    days.push({ from: new Date(from), to: new Date(to) });
    to = from;
  }
  return days;
}

/**
 * Where the series begin, if they do inside the window. The source may have
 * forgotten what was before, so the window is not whole.
 */
function findFirstSeen(pieces: Piece[]): string | undefined {
  const oldest = pieces.findLastIndex(
    ({ part }) => part !== undefined && part !== 'unread',
  );
  const before = pieces.slice(oldest + 1);
  return oldest >= 0 && before.some(({ part }) => part === undefined)
    ? pieces[oldest].stretch.from.toISOString()
    : undefined;
}

/**
 * Why the window is invalid: when its newest piece that has series is. Where
 * only older ones are, they are not known, and hide nothing of the present.
 */
function findInvalid(pieces: Piece[]): Problem | undefined {
  const newest = pieces
    .map(({ part }) => part)
    .find(part => part !== undefined && part !== 'unread');
  return typeof newest === 'object' && newest.kind === 'invalid'
    ? newest.problem
    : undefined;
}

function toReading(
  window: string,
  pieces: Piece[],
  options: {
    length: number;
    at: string;
    lastError?: string;
    firstSeenAt?: string;
  },
): StoredReading {
  const { length, at, lastError, firstSeenAt } = options;
  let counts: EventCounts | undefined;
  let covered = 0;
  for (const { stretch, part } of pieces) {
    if (part === 'unread' || part?.kind === 'invalid') {
      continue;
    }
    covered += stretch.to.getTime() - stretch.from.getTime();
    if (part) {
      counts = {
        bad: (counts?.bad ?? 0) + part.bad,
        total: (counts?.total ?? 0) + part.total,
      };
    }
  }
  const invalid = findInvalid(pieces);
  const wasRead = covered > 0 || invalid !== undefined;
  const failed = pieces.some(({ part }) => part === 'unread');
  return {
    window,
    incomplete: false,
    coverage: Math.min(1, covered / length),
    attemptedAt: at,
    ...(wasRead && { at }),
    ...(firstSeenAt !== undefined && { firstSeenAt }),
    ...(counts && { counts }),
    ...(invalid && { invalid }),
    ...(failed && lastError !== undefined && { lastError }),
  };
}
