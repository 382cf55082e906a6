import type { SloVerdict } from '@engineering-owner/backstage-plugin-common';

/** What was so when the data ended, the worst of it. */
export function stateBefore(
  params: SloVerdict['params'],
): 'page_firing' | 'ticket_firing' | 'exhausted' | undefined {
  if (params.wasFiring) {
    return 'page_firing';
  }
  if (params.ticketWasFiring) {
    return 'ticket_firing';
  }
  return params.remainingRatio !== undefined && params.remainingRatio <= 0
    ? 'exhausted'
    : undefined;
}
