/**
 * What a person should think of a figure of load. `unknown`: it cannot be
 * judged, which is never shown as fine.
 *
 * @public
 */
export type LoadTone = 'act_now' | 'look_today' | 'fine' | 'unknown';

/**
 * A figure up to the one is fine and from the other on demands action; between
 * them it is worth a look.
 *
 * @public
 */
export interface LoadLimit {
  fineUpTo: number;
  actFrom: number;
}

/**
 * @public
 */
export interface LoadLimits {
  /** Pages in twelve hours on call. */
  pagesPerShift: LoadLimit;
  /** Pages between 22:00 and 8:00, a week. */
  sleepPagesPerWeek: LoadLimit;
  /** Fraction of a person's time on call; more than this demands action. */
  onCallShare: number;
  /** Fraction of incidents that resolved themselves and nobody acknowledged. */
  noise: LoadLimit;
}

/**
 * - Pages: Google's SRE book, chapter 11, finds that an incident takes six
 *   hours with its aftermath, hence at most two in a shift of twelve; from six
 *   on Rootly's On-Call Health counts a shift double.
 * - Share: the same chapter allows a quarter of the time, first and second
 *   level together.
 * - Sleep pages and noise: nobody has published limits; these are ours.
 *
 * @public
 */
export const defaultLoadLimits: LoadLimits = {
  pagesPerShift: { fineUpTo: 2, actFrom: 6 },
  sleepPagesPerWeek: { fineUpTo: 0, actFrom: 3 },
  onCallShare: 0.25,
  noise: { fineUpTo: 0.2, actFrom: 0.5 },
};

/** Unknown where there is no figure. */
export function toneOf(
  figure: number | undefined,
  { fineUpTo, actFrom }: LoadLimit,
): LoadTone {
  if (figure === undefined) {
    return 'unknown';
  }
  if (figure >= actFrom) {
    return 'act_now';
  }
  return figure <= fineUpTo ? 'fine' : 'look_today';
}
