import { CursorStore } from './store/CursorStore';

/** From when and until when the incidents of an account are known. */
export interface KnownIncidents {
  from: Date;
  until: Date;
}

/**
 * By how far reading got: the change feed from where it began until its cursor,
 * and what was filled in before it. Nothing before the first read.
 */
export async function knownIncidents(
  sourceId: string,
  cursors: CursorStore,
): Promise<KnownIncidents | undefined> {
  const [until, begin, filledIn] = await Promise.all(
    (['changes', 'history_end', 'history_start'] as const).map(name =>
      cursors.get(sourceId, name),
    ),
  );
  const from = filledIn ?? begin;
  return until && from ? { from, until } : undefined;
}
