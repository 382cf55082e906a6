import { SliSource } from '@engineering-owner/backstage-plugin-node';

/**
 * The source a definition names. Without a name it is the only one there is
 * (of its type), or the one called `default`.
 */
export function findSource(
  wanted: { type?: string; name?: string },
  sources: SliSource[],
): SliSource | undefined {
  const ofType = sources.filter(
    ({ source }) => wanted.type === undefined || source.type === wanted.type,
  );
  if (wanted.name !== undefined) {
    return ofType.find(({ source }) => source.name === wanted.name);
  }
  return ofType.length === 1
    ? ofType[0]
    : ofType.find(({ source }) => source.name === 'default');
}

/** The sources there are, for messages. */
export function listSources(sources: SliSource[]): string {
  return (
    sources.map(({ source }) => `${source.type}: ${source.name}`).join(', ') ||
    'none, a module such as the one for Prometheus has to be installed and configured'
  );
}
