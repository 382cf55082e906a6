import { RunbookOrigin } from './model';

/**
 * A place that names a runbook.
 *
 * @public
 */
export interface LocatedRunbook {
  /** Absolute. */
  url: string;
  origin: RunbookOrigin;
}

/**
 * A runbook with every place that names it.
 *
 * @public
 */
export interface MergedRunbook {
  /** The normalised location: the same for all spellings of one place. */
  location: string;
  /** As the first place spells it. */
  url: string;
  origins: RunbookOrigin[];
}

/** The views of one file that code hosts offer: github.com and gitlab. */
const FILE_VIEW =
  /^(\/[^/]+\/[^/]+(?:\/.+\/-|\/-)?)\/(?:blob|tree|raw|edit|blame)\//;

/**
 * Brings all spellings of a place to one: without user, default port,
 * fragment and trailing slash; views of a file on a code host are that file.
 *
 * @throws TypeError for what is no absolute address
 *
 * @public
 */
export function normaliseRunbookLocation(url: string): string {
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  const pathname = parsed.pathname
    .replace(FILE_VIEW, '$1/blob/')
    .replace(/\/+$/, '');
  return `${parsed.protocol}//${parsed.host}${pathname}${parsed.search}`;
}

/**
 * Merges places that mean the same runbook, in the order given.
 *
 * @public
 */
export function mergeRunbooks(
  found: readonly LocatedRunbook[],
): MergedRunbook[] {
  const merged = new Map<string, MergedRunbook>();
  for (const { url, origin } of found) {
    const location = normaliseRunbookLocation(url);
    const runbook = merged.get(location) ?? { location, url, origins: [] };
    merged.set(location, runbook);
    const known = runbook.origins.some(
      other => JSON.stringify(other) === JSON.stringify(origin),
    );
    if (!known) {
      runbook.origins.push(origin);
    }
  }
  return [...merged.values()];
}
