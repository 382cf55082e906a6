import type { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { vendorName } from './vendorName';

/** Sources by vendor and the name that configuration gives each: `Alertmanager “us”`. */
export function sourceNames(sources: readonly SourceRef[]): string {
  return sources
    .map(({ type, name }) => `${vendorName(type)} “${name}”`)
    .join(', ');
}
