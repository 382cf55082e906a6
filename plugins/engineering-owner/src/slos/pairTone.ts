import type { AlertPairStatus } from '@engineering-owner/backstage-plugin-common';
import type { Tone } from '../status';

/** What a pair's state asks for: a firing page acts now, all else can wait. */
export function pairTone({
  state,
  severity,
}: Pick<AlertPairStatus, 'state' | 'severity'>): Tone {
  switch (state) {
    case 'firing':
      return severity === 'page' ? 'act_now' : 'look_today';
    case 'recovering':
    case 'rising':
    case 'held':
      return 'look_today';
    case 'ok':
      return 'fine';
    default:
      return 'unknown';
  }
}
