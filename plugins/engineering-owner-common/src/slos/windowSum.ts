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
  days: ReadonlyMap<string, PartReading>;
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
  const pieces: Array<{ stretch: WindowStretch; reading: PartReading }> = [
    ...plan.closedDays.map(day => ({
      stretch: dayStretch(day),
      reading: parts.days.get(day) ?? 'gap',
    })),
    ...plan.direct.map((stretch, i) => ({
      stretch,
      reading: parts.direct[i] ?? ('gap' as const),
    })),
  ];
  let counts: EventCounts | undefined;
  let covered = 0;
  for (const { stretch, reading } of pieces) {
    const hours = hoursInside(stretch, parts.hours);
    const read =
      reading === 'gap'
        ? hours.filter(hour => hour.whole && hour.reading !== 'gap')
        : [{ reading, overlap: stretch.to.getTime() - stretch.from.getTime() }];
    covered += read.reduce((sum, part) => sum + part.overlap, 0);
    if (reading !== 'gap') {
      covered -= hours
        .filter(hour => hour.reading === 'gap')
        .reduce((sum, hour) => sum + hour.overlap, 0);
    }
    for (const part of read) {
      if (part.reading !== 'gap' && part.reading !== 'no_series') {
        counts = add(counts, soundCounts(part.reading));
      }
    }
  }
  const length = plan.to.getTime() - plan.from.getTime();
  const coverage = length > 0 ? Math.min(1, Math.max(0, covered / length)) : 0;
  return counts ? { counts, coverage } : { coverage };
}

function add(
  sum: EventCounts | undefined,
  part: EventCounts | undefined,
): EventCounts | undefined {
  if (!sum || !part) {
    return sum ?? part;
  }
  return { bad: sum.bad + part.bad, total: sum.total + part.total };
}

function dayStretch(day: string): WindowStretch {
  const from = Date.parse(`${day}T00:00:00Z`);
  return { from: new Date(from), to: new Date(from + DAY) };
}

function hoursInside(stretch: WindowStretch, hours: WindowParts['hours']) {
  const from = stretch.from.getTime();
  const to = stretch.to.getTime();
  const found: Array<{
    reading: PartReading;
    overlap: number;
    whole: boolean;
  }> = [];
  if (!hours) {
    return found;
  }
  for (let hour = Math.floor(from / HOUR) * HOUR; hour < to; hour += HOUR) {
    const start = new Date(hour);
    const reading = hours
      .get(start.toISOString().slice(0, 10))
      ?.at(start.getUTCHours());
    if (reading !== undefined) {
      const overlap = Math.min(to, hour + HOUR) - Math.max(from, hour);
      found.push({ reading, overlap, whole: overlap === HOUR });
    }
  }
  return found;
}
