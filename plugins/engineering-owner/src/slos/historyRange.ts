import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import type { HistoryRange } from '../api';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** A range a reader can choose. The name stands in the query string. */
export interface RangeChoice {
  name: string;
  seconds: number;
}

/** The whole of a calendar period so far. */
const PERIOD = 'period';

const RANGES: RangeChoice[] = [
  { name: '1h', seconds: HOUR },
  { name: '6h', seconds: 6 * HOUR },
  { name: '1d', seconds: DAY },
  { name: '7d', seconds: 7 * DAY },
  { name: '30d', seconds: 30 * DAY },
  { name: '90d', seconds: 90 * DAY },
];

/** What the history can show of an SLO: the usual ranges and its own window. */
export function rangeChoices(
  window: SloStatus['window'],
  now: Date,
): RangeChoice[] {
  const own = ownRange(window, now);
  return RANGES.some(({ name }) => name === own.name)
    ? RANGES
    : [...RANGES, own].sort((a, b) => a.seconds - b.seconds);
}

/** The SLO's own window, of which the burn-down tells. */
function ownRange(window: SloStatus['window'], now: Date): RangeChoice {
  if (window.type === 'rolling') {
    return { name: window.duration, seconds: window.seconds };
  }
  const elapsed = window.startsAt
    ? (now.getTime() - Date.parse(window.startsAt)) / 1000
    : window.seconds;
  return { name: PERIOD, seconds: Math.max(HOUR, elapsed) };
}

/** The chosen range, or the SLO's window when the choice does not exist. */
export function chosenRange(
  window: SloStatus['window'],
  name: string | undefined,
  now: Date,
): RangeChoice {
  return (
    rangeChoices(window, now).find(choice => choice.name === name) ??
    ownRange(window, now)
  );
}

/** Whether a range is the period of a calendar window so far. */
export function isPeriod({ name }: RangeChoice): boolean {
  return name === PERIOD;
}

/**
 * The steps of a range. Below an hour the source is asked for them; from an
 * hour on they are stored.
 */
const STEPS = [
  { upTo: HOUR, step: '1m' },
  { upTo: 6 * HOUR, step: '5m' },
  { upTo: DAY, step: '15m' },
  { upTo: 30 * DAY, step: '1h' },
  { upTo: 180 * DAY, step: '6h' },
];

/** Whole minutes, so that two readers ask for the same stretch. */
function wholeMinute(time: number): Date {
  return new Date(Math.floor(time / (MINUTE * 1000)) * MINUTE * 1000);
}

export function historyRange(
  { seconds }: RangeChoice,
  now: Date,
): HistoryRange {
  const to = wholeMinute(now.getTime());
  return {
    from: wholeMinute(to.getTime() - seconds * 1000).toISOString(),
    to: to.toISOString(),
    step: STEPS.find(({ upTo }) => seconds <= upTo)?.step ?? '1d',
  };
}

/** How often a chart is read again, milliseconds: short ranges grow faster. */
export function refreshEvery({ seconds }: RangeChoice): number {
  return (seconds <= 6 * HOUR ? MINUTE : 5 * MINUTE) * 1000;
}
