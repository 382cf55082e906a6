import { instantOf } from './instant';
import { Stretch } from './stretches';

/**
 * The time a figure is about: from the one to just before the other, ISO 8601.
 *
 * @public
 */
export interface OnCallPeriod {
  from: string;
  to: string;
}

/**
 * The period in milliseconds. One that ends before it begins, or whose times
 * cannot be read, is empty.
 */
export function periodStretch({ from, to }: OnCallPeriod): Stretch {
  const begins = instantOf(from);
  const ends = instantOf(to);
  return begins === undefined || ends === undefined || ends <= begins
    ? { from: 0, to: 0 }
    : { from: begins, to: ends };
}

/** Whether a time, ISO 8601, is in a period. */
export function isWithin(at: string, { from, to }: Stretch): boolean {
  const time = instantOf(at);
  return time !== undefined && from <= time && time < to;
}
