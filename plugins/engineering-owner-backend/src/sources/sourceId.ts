import { SourceRef } from '@engineering-owner/backstage-plugin-common';

/** Key of a source in the store and in `/sources`, for example `prometheus:default`. */
export function sourceId(source: SourceRef): string {
  return `${source.type}:${source.name}`;
}
