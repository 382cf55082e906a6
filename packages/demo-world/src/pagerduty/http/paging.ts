import { invalidInput } from './apiError';
import { Query } from './query';

const DEFAULT_LIMIT = 25;
const MAXIMUM_LIMIT = 100;
/** Rows past this cannot be reached by paging. */
const LAST_ROW = 10_000;

/** One page of a list, with PagerDuty's paging fields. */
export interface Page<T> {
  rows: T[];
  limit: number;
  offset: number;
  more: boolean;
  /** Null unless the call asked for `total=true`. */
  total: number | null;
}

/** Cuts the page that the call asked for. */
export function pageOf<T>(all: readonly T[], query: Query): Page<T> {
  const asked = query.count('limit') ?? DEFAULT_LIMIT;
  const limit = Math.min(Math.max(asked, 1), MAXIMUM_LIMIT);
  const offset = query.count('offset') ?? 0;
  if (offset + limit > LAST_ROW) {
    throw invalidInput(
      `Offset ${offset} plus limit ${limit} must be less than or equal to ${LAST_ROW}`,
    );
  }
  return {
    rows: all.slice(offset, offset + limit),
    limit,
    offset,
    more: offset + limit < all.length,
    total: query.flag('total') ? all.length : null,
  };
}

/** A page as answered: `{services: […], limit, offset, more, total}`. */
export function pagedAnswer<T>(
  name: string,
  page: Page<T>,
  render: (row: T) => unknown,
): Record<string, unknown> {
  const { rows, ...paging } = page;
  return { [name]: rows.map(render), ...paging };
}
