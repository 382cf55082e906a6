import {
  formatDuration,
  SloWindow,
  windowStretch,
} from '@engineering-owner/backstage-plugin-common';

/**
 * A window as a person would write it to the source: a rolling one as it is
 * defined, a calendar one as what has passed of it at `at`.
 */
export function windowDuration(window: SloWindow, at?: Date): string {
  if (window.type === 'rolling') {
    return window.duration;
  }
  const seconds = at
    ? (at.getTime() - windowStretch(window, at).from.getTime()) / 1000
    : window.seconds;
  return formatDuration(seconds);
}
