import { createHash } from 'node:crypto';
import { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../../ingest/clock';
import { isOlderThan } from '../../ingest/isOlderThan';
import { sourceId } from '../../sources/sourceId';
import { CursorStore } from '../store/CursorStore';

/** After that it is tried again, since the token may have been put right. */
const REMEMBERED_MS = 10 * 60_000;
/** One may be somebody who may not act there; so many are about the token. */
const PEOPLE_UNTIL_ALL = 2;

/**
 * Accounts that refused a change lately, so that nobody is offered what will
 * fail. Whether a token may write can only be known by writing, and a refusal
 * does not say whether it is about the token or the person in whose name it
 * was: it counts for that person, and for all when another was refused too.
 */
export class Refusals {
  readonly #cursors: CursorStore;
  readonly #clock: Clock;

  constructor({ cursors, clock }: { cursors: CursorStore; clock: Clock }) {
    this.#cursors = cursors;
    this.#clock = clock;
  }

  /** Whether a change by this person is likely to be refused. */
  async has(source: SourceRef, userEntityRef: string): Promise<boolean> {
    const now = this.#clock().getTime();
    const refused = [...(await this.#list(source))]
      .filter(([, at]) => !isOlderThan(at.getTime(), REMEMBERED_MS, now))
      .map(([name]) => name);
    return (
      refused.includes(nameOf(userEntityRef)) ||
      refused.length >= PEOPLE_UNTIL_ALL
    );
  }

  async add(source: SourceRef, userEntityRef: string): Promise<void> {
    const name = nameOf(userEntityRef);
    await this.#cursors.set(sourceId(source), name, this.#clock());
  }

  /** A change was taken: the token may write. */
  async clear(source: SourceRef): Promise<void> {
    const names = [...(await this.#list(source)).keys()];
    if (names.length > 0) {
      await this.#cursors.remove(sourceId(source), names);
    }
  }

  #list(source: SourceRef) {
    return this.#cursors.list(sourceId(source), 'actions_refused:');
  }
}

function nameOf(userEntityRef: string): `actions_refused:${string}` {
  const hash = createHash('sha256').update(userEntityRef).digest('hex');
  return `actions_refused:${hash}`;
}
