import { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../../ingest/clock';
import { isOlderThan } from '../../ingest/isOlderThan';
import { sourceId } from '../../sources/sourceId';
import { CursorStore } from '../store/CursorStore';

/** After that it is tried again, since the token may have been put right. */
const REMEMBERED_MS = 10 * 60_000;
const never = new Date(0);

/**
 * Accounts that refused a change lately because their token may only read, so
 * that nobody is offered what will fail. Whether it may write can only be known
 * by writing.
 */
export class Refusals {
  readonly #cursors: CursorStore;
  readonly #clock: Clock;

  constructor({ cursors, clock }: { cursors: CursorStore; clock: Clock }) {
    this.#cursors = cursors;
    this.#clock = clock;
  }

  async has(source: SourceRef): Promise<boolean> {
    const at = await this.#at(source);
    return (
      at !== undefined &&
      !isOlderThan(at.getTime(), REMEMBERED_MS, this.#clock().getTime())
    );
  }

  async add(source: SourceRef): Promise<void> {
    await this.#cursors.set(sourceId(source), 'actions_refused', this.#clock());
  }

  async clear(source: SourceRef): Promise<void> {
    const at = await this.#at(source);
    if (at !== undefined && at.getTime() !== never.getTime()) {
      await this.#cursors.set(sourceId(source), 'actions_refused', never);
    }
  }

  #at(source: SourceRef): Promise<Date | undefined> {
    return this.#cursors.get(sourceId(source), 'actions_refused');
  }
}
