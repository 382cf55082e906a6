import type { AlertStatus } from '@engineering-owner/backstage-plugin-common';
import type { Tone } from '../status';

/** Names teams give to alerts that wake somebody. */
const URGENT = ['page', 'critical', 'emergency', 'high'];

/** Red for firing alerts that page, amber for all others. */
export function alertTone({
  state,
  severity,
}: Pick<AlertStatus, 'state' | 'severity'>): Tone {
  return state === 'firing' && URGENT.includes((severity ?? '').toLowerCase())
    ? 'act_now'
    : 'look_today';
}
