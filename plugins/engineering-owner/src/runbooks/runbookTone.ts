import type { RunbookState } from '@engineering-owner/backstage-plugin-common';
import type { Tone } from '../status';

/** A runbook in need can wait for the day; what may not be read is not known. */
export function runbookTone(state: RunbookState): Tone {
  switch (state) {
    case 'fresh':
      return 'fine';
    case 'unchecked':
      return 'unknown';
    default:
      return 'look_today';
  }
}
