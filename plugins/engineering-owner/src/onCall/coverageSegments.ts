import type { CoverageStatus } from '@engineering-owner/backstage-plugin-common';

type Level = CoverageStatus['levels'][number];

/** A part of a level's strip: one person, or nobody. */
export interface CoverageSegment {
  key: string;
  /** Absent: a gap. */
  person?: Level['turns'][number]['person'];
  /** As it really is; null: without beginning or end. */
  from: string | null;
  to: string | null;
  /** Of the period, from 0 to 1. */
  start: number;
  length: number;
  /** Where turns overlap they are drawn below each other, from 0. */
  lane: number;
}

/** The turns and gaps of a level as parts of a strip, in the order of time. */
export function coverageSegments(
  { turns, gaps }: Level,
  period: NonNullable<CoverageStatus['period']>,
): CoverageSegment[] {
  const begins = Date.parse(period.from);
  const length = Date.parse(period.to) - begins;
  const at = (iso: string | null, otherwise: number) =>
    iso === null
      ? otherwise
      : Math.min(1, Math.max(0, (Date.parse(iso) - begins) / length));
  const segment = (
    stretch: { from: string | null; to: string | null },
    key: string,
  ) => {
    const start = at(stretch.from, 0);
    return { key, ...stretch, start, length: at(stretch.to, 1) - start };
  };
  const laneEnds: number[] = [];
  const drawn = turns.map(({ person, from, to }) => {
    const part = segment({ from, to }, `${person.responderId} ${from}`);
    const free = laneEnds.findIndex(end => end <= part.start);
    const lane = free === -1 ? laneEnds.length : free;
    // Not start and length together: by rounding, that is now and then later
    // than the beginning of the next turn, and both would seem to overlap.
    laneEnds[lane] = at(to, 1);
    return { ...part, person, lane };
  });
  const nobody = gaps.map(({ from, to }) => ({
    ...segment({ from, to }, `gap ${from}`),
    lane: 0,
  }));
  return [...drawn, ...nobody].sort((a, b) => a.start - b.start);
}
