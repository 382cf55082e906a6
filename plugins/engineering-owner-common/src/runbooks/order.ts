import { RunbookState } from './model';

/** Worst first. What nobody could look at is not as bad as what was found bad. */
const STATES: Record<RunbookState, number> = {
  missing: 0,
  dead_link: 1,
  test_failed: 2,
  untested: 3,
  review_overdue: 4,
  owner_changed: 5,
  unchecked: 6,
  fresh: 7,
};

/**
 * Runbooks worst first; by title within a state.
 *
 * @public
 */
export function worstRunbooksFirst<
  T extends { id: string; title: string; state: RunbookState },
>(runbooks: readonly T[]): T[] {
  return [...runbooks].sort(
    (a, b) =>
      STATES[a.state] - STATES[b.state] ||
      a.title.localeCompare(b.title, 'en') ||
      (a.id < b.id ? -1 : 1),
  );
}
