import {
  PersonLoad,
  TeamLoad,
} from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';

/** As often as incidents are read. */
const KEPT_MS = 60_000;
/** More teams than are looked at within a minute. */
const MOST = 1_000;

/** Load of some policies, up to the time that its period ends with. */
export interface Load {
  team: TeamLoad;
  persons?: PersonLoad[];
}

/**
 * Keeps load for a minute. It is of 30 days of all incidents of a team, which
 * takes long to read, and a minute changes little of it; whoever looks together
 * waits for one reading. Each replica keeps its own, none of it older than that.
 */
export class LoadCache {
  readonly #clock: Clock;
  readonly #kept = new Map<string, { at: number; load: Promise<Load> }>();

  constructor(options: { clock: Clock }) {
    this.#clock = options.clock;
  }

  /** What fails is not kept. */
  get(key: string, read: () => Promise<Load>): Promise<Load> {
    const now = this.#clock().getTime();
    const kept = this.#kept.get(key);
    if (kept && now >= kept.at && now - kept.at < KEPT_MS) {
      return kept.load;
    }
    const load = read();
    const entry = { at: now, load };
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    load.catch(() => {
      if (this.#kept.get(key) === entry) {
        this.#kept.delete(key);
      }
    });
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= MOST) {
        break;
      }
      this.#kept.delete(oldest);
    }
    return load;
  }
}
