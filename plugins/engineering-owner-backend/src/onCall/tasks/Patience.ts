const HOUR_MS = 3_600_000;
/** Longer than what an account is down for; meanwhile nothing after it is read. */
const LONGEST_MS = 6 * HOUR_MS;

interface Waiting {
  since: number;
  /** When others were first read meanwhile. */
  othersSince: number | undefined;
  askedAt: number;
}

/**
 * How long incidents that cannot be read are waited for: an hour in which others
 * could be, since then it is about them, and six while none can. Counted from
 * the first attempt and not from what happened, which may be long ago after a
 * pause. It is kept in memory: a restart waits anew, and so does who was not
 * asked for an hour, since it was read by others.
 */
export class Patience {
  readonly #waiting = new Map<string, Waiting>();

  /** @returns of those that failed, those to be read again */
  waitFor(
    { asked, failed }: { asked: string[]; failed: ReadonlySet<string> },
    now: Date,
  ): Set<string> {
    const at = now.getTime();
    const others = asked.length > failed.size ? at : undefined;
    for (const [id, { askedAt }] of this.#waiting) {
      if (at - askedAt >= HOUR_MS) {
        this.#waiting.delete(id);
      }
    }
    asked.forEach(id => failed.has(id) || this.#waiting.delete(id));
    failed.forEach(id => {
      const { since = at, othersSince } = this.#waiting.get(id) ?? {};
      this.#waiting.set(id, { since, othersSince, askedAt: at });
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
