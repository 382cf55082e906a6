const HOUR_MS = 3_600_000;
/** Longer than what an account is down for; meanwhile nothing after it is read. */
const LONGEST_MS = 6 * HOUR_MS;

/**
 * How long incidents that cannot be read are waited for: an hour in which others
 * could be, since then it is about them, and six while none can. Counted from
 * the first attempt and not from what happened, which may be long ago after a
 * pause. It is kept in memory: a restart waits anew.
 */
export class Patience {
  readonly #waiting = new Map<
    string,
    { since: number; othersSince: number | undefined }
  >();

  /** @returns of those that failed, those to be read again */
  waitFor(
    { asked, failed }: { asked: string[]; failed: ReadonlySet<string> },
    now: Date,
  ): Set<string> {
    const at = now.getTime();
    const others = asked.length > failed.size ? at : undefined;
    asked.forEach(id => failed.has(id) || this.#waiting.delete(id));
    failed.forEach(id => {
      if (!this.#waiting.has(id)) {
        this.#waiting.set(id, { since: at, othersSince: undefined });
      }
    });
    this.#waiting.forEach(each => {
      each.othersSince ??= others;
    });
    const waited = [...failed].filter(id => !this.#isOver(id, at));
    failed.forEach(id => waited.includes(id) || this.#waiting.delete(id));
    return new Set(waited);
  }

  #isOver(id: string, at: number): boolean {
    const { since = at, othersSince = at } = this.#waiting.get(id) ?? {};
    return at - since >= LONGEST_MS || at - othersSince >= HOUR_MS;
  }
}
