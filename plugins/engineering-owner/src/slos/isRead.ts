import { wholeCoverage } from '@engineering-owner/backstage-plugin-common';

/**
 * Whether all of a window was read although its reading is partial: then the
 * service is newer than the window, or the source warned of missing data.
 */
export function isRead(coverage: number | undefined): boolean {
  return coverage !== undefined && coverage >= wholeCoverage;
}
