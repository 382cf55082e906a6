import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import { z, ZodType } from 'zod';
import { PagerDutyClient } from './PagerDutyClient';
import { PagerDutyError } from './PagerDutyError';
import { Query } from './query';
import { SkippedRecords } from './SkippedRecords';

const PAGE_SIZE = 100;
/** `offset + limit` beyond this is refused. */
const LAST_ROW = 10_000;

/** A list of an account, and how to understand its rows. */
export interface Listing<T> {
  path: string;
  /** The field of the answer that holds the rows. */
  field: string;
  record: ZodType<T>;
  query: Query;
}

/** Whether a listing was read to its end or has more rows than can be had. */
export type ListingEnd = 'complete' | 'too_long';

/** What a list is read through. */
export type Reader = Pick<PagerDutyClient, 'account' | 'get'>;

const paging = z.object({ more: z.boolean() });

/**
 * Reads a list page by page. A row that cannot be understood is left out,
 * counted and told; it never empties the list.
 *
 * @throws {@link PagerDutyError}
 */
export async function* readListing<T>(
  client: Reader,
  listing: Listing<T>,
  options: ReadOptions,
): AsyncGenerator<T[], ListingEnd> {
  const { path, field, record, query } = listing;
  const skipped = new SkippedRecords(client.account.name, field);
  const rowsOf = z.object({ [field]: z.array(z.unknown()) });
  for (let offset = 0; ; offset += PAGE_SIZE) {
    if (offset + PAGE_SIZE > LAST_ROW) {
      skipped.tell(options);
      return 'too_long';
    }
    const answer = await client.get(
      path,
      { ...query, limit: PAGE_SIZE, offset },
      options.signal,
    );
    const rows = rowsOf.safeParse(answer);
    const { success: isPaged, data: page } = paging.safeParse(answer);
    if (!rows.success || !isPaged) {
      throw new PagerDutyError(
        `PagerDuty account "${client.account.name}": GET ${path} answered without the list "${field}" or without "more"`,
        { failure: 'malformed' },
      );
    }
    yield rows.data[field].flatMap(row => skipped.parse(record, row));
    if (!page.more || rows.data[field].length === 0) {
      skipped.tell(options);
      return 'complete';
    }
  }
}

/** A whole list. What cannot be had beyond 10,000 rows is told, not hidden. */
export async function readAll<T>(
  client: Reader,
  listing: Listing<T>,
  options: ReadOptions,
): Promise<T[]> {
  const all: T[] = [];
  const pages = readListing(client, listing, options);
  let page = await pages.next();
  while (!page.done) {
    all.push(...page.value);
    page = await pages.next();
  }
  if (page.value === 'too_long') {
    options.onProblem?.({
      code: 'too_many_records',
      severity: 'warning',
      message: `PagerDuty account "${client.account.name}" has more than ${LAST_ROW} ${listing.field}; its API gives no more, so the rest is missing here`,
      params: { field: listing.field, limit: LAST_ROW },
    });
  }
  return all;
}
