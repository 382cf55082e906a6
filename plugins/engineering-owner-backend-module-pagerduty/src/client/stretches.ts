import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import { Listing, readListing } from './listing';
import { PagerDutyClient } from './PagerDutyClient';
import { PagerDutyError } from './PagerDutyError';

/** PagerDuty's times carry whole seconds. */
const SHORTEST_MS = 1_000;

/**
 * Reads a list that `since` and `until` bound. Where a stretch holds more rows
 * than paging can reach, its halves are read instead, so rows may come twice.
 *
 * @throws {@link PagerDutyError}
 */
export async function* readStretch<T>(
  client: PagerDutyClient,
  listing: Listing<T>,
  stretch: { since: Date; until: Date },
  options: ReadOptions,
): AsyncGenerator<T[]> {
  const { since, until } = stretch;
  const end = yield* readListing(
    client,
    {
      ...listing,
      query: {
        ...listing.query,
        since: since.toISOString(),
        until: until.toISOString(),
      },
    },
    options,
  );
  if (end === 'complete') {
    return;
  }
  const length = until.getTime() - since.getTime();
  if (length <= SHORTEST_MS) {
    throw new PagerDutyError(
      `PagerDuty account "${client.account.name}": GET ${
        listing.path
      } has more rows in the second at ${since.toISOString()} than its paging can reach`,
      { failure: 'malformed' },
    );
  }
  const middle = new Date(
    since.getTime() + Math.ceil(length / 2 / SHORTEST_MS) * SHORTEST_MS,
  );
  yield* readStretch(client, listing, { since: middle, until }, options);
  yield* readStretch(client, listing, { since, until: middle }, options);
}
