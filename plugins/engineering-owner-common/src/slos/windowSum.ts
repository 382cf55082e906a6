import { soundCounts } from './eventCounts';
import { EventCounts } from './model';
import { WindowPlan, WindowStretch } from './windowPlan';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * What one part of a window says about one entity. `no_series`: the group was
 * read and held others, this entity had nothing there, because it was idle or
 * did not exist yet; that is an answer. `gap`: nothing was read, or the whole
 * group was empty, so nobody knows.
 *
 * @public
 */
export type PartReading = EventCounts | 'no_series' | 'gap';

/**
 * The parts of a window, as far as they were read.
 *
 * @public
 */
export interface WindowParts {
  /** By UTC day, `YYYY-MM-DD`. A day that is not in it is a gap. */
  days: Pick<ReadonlyMap<string, PartReading>, 'get'>;
  /** In the order of the plan's `direct`. One that is missing is a gap. */
  direct: readonly PartReading[];
  /**
   * The 24 hours of a UTC day, as far as they are known. They tell how much of
   * a part was covered, and stand in for a part that is a gap itself.
   */
  hours?: ReadonlyMap<string, ReadonlyArray<PartReading | undefined>>;
}

/**
 * Adds up a window. `counts` is absent when the entity had no series in any
 * part; `coverage` is the share of the window that was read, 0 to 1.
 *
 * @public
 */
export function sumWindow(
  plan: WindowPlan,
  parts: WindowParts,
): { counts?: EventCounts; coverage: number } {
  const { closedDays, direct, milliseconds } = piecesOf(plan);
  let counts: EventCounts | undefined;
  let covered = 0;

  function take(piece: Piece, reading: PartReading): void {
    if (reading !== 'gap') {
      covered += piece.milliseconds;
      counts = add(counts, reading);
    }
    if (!parts.hours) {
      return;
    }
    for (const { day, hour, overlap } of hoursOf(piece)) {
      const ofHour = parts.hours.get(day)?.[hour];
      if (ofHour === undefined) {
        continue;
      }
      if (reading !== 'gap') {
        covered -= ofHour === 'gap' ? overlap : 0;
      } else if (ofHour !== 'gap' && overlap === HOUR) {
        covered += overlap;
        counts = add(counts, ofHour);
      }
    }
  }

  closedDays.forEach((piece, i) =>
    take(piece, parts.days.get(plan.closedDays[i]) ?? 'gap'),
  );
  direct.forEach((piece, i) => take(piece, parts.direct[i] ?? 'gap'));
  const coverage =
    milliseconds > 0 ? Math.min(1, Math.max(0, covered / milliseconds)) : 0;
  return counts ? { counts, coverage } : { coverage };
}

function add(
  sum: EventCounts | undefined,
  reading: Exclude<PartReading, 'gap'>,
): EventCounts | undefined {
  const part = reading === 'no_series' ? undefined : soundCounts(reading);
  if (!sum || !part) {
    return sum ?? part;
  }
  return { bad: sum.bad + part.bad, total: sum.total + part.total };
}

/** The part of an hour that lies inside a piece. */
interface HourInside {
  day: string;
  hour: number;
  /** Milliseconds. */
  overlap: number;
}

/** A closed day or a direct stretch of a plan. */
interface Piece {
  from: number;
  to: number;
  milliseconds: number;
  /** Worked out when hours first matter. */
  hours?: HourInside[];
}

interface Pieces {
  closedDays: Piece[];
  direct: Piece[];
  milliseconds: number;
}

/** A plan is made once, and then summed for every entity of a group. */
const knownPieces = new WeakMap<WindowPlan, Pieces>();

function piecesOf(plan: WindowPlan): Pieces {
  const known = knownPieces.get(plan);
  if (known) {
    return known;
  }
  const pieces = {
    closedDays: plan.closedDays.map(day => {
      const from = Date.parse(`${day}T00:00:00Z`);
      return { from, to: from + DAY, milliseconds: DAY };
    }),
    direct: plan.direct.map(toPiece),
    milliseconds: toPiece(plan).milliseconds,
  };
  knownPieces.set(plan, pieces);
  return pieces;
}

function toPiece(stretch: WindowStretch): Piece {
  const from = stretch.from.getTime();
  const to = stretch.to.getTime();
  return { from, to, milliseconds: to - from };
}

function hoursOf(piece: Piece): HourInside[] {
  piece.hours ??= hoursInside(piece.from, piece.to);
  return piece.hours;
}

function hoursInside(from: number, to: number): HourInside[] {
  const found: HourInside[] = [];
  for (let hour = Math.floor(from / HOUR) * HOUR; hour < to; hour += HOUR) {
    const start = new Date(hour);
    found.push({
      day: start.toISOString().slice(0, 10),
      hour: start.getUTCHours(),
      overlap: Math.min(to, hour + HOUR) - Math.max(from, hour),
    });
  }
  return found;
}
