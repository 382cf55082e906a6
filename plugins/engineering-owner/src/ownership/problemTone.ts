import type { Problem } from '@engineering-owner/backstage-plugin-common';
import type { Tone } from '../status';

/** Errors leave the entity without somebody or something it needs. */
export function problemTone({ severity }: Problem): Tone {
  return severity === 'error' ? 'act_now' : 'look_today';
}
