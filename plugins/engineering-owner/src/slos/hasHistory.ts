import type { SloStatus } from '@engineering-owner/backstage-plugin-common';

/** Whether there may be something on the charts: it was read, and seen, once. */
export function hasHistory(slo: SloStatus): boolean {
  switch (slo.state) {
    case 'invalid':
    case 'pending':
    case 'query_error':
      return false;
    case 'no_data':
      return slo.lastSeenAt !== undefined;
    default:
      return true;
  }
}
