import { Clock } from '../../ingest/clock';
import { isOlderThan } from '../../ingest/isOlderThan';

/** Of one caller in a minute, and of all that run at the same time. */
const mostPerMinute = 10;
const mostAtOnce = 4;
const MINUTE = 60_000;

/** Answered with 429. */
export class TooManyPreviewsError extends Error {
  readonly statusCode = 429;
  override readonly name = 'TooManyPreviewsError';
}

/** Bounds what previews cost the sources, by caller and altogether. */
export class PreviewGate {
  readonly #clock: Clock;
  readonly #started = new Map<string, number[]>();
  #running = 0;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** @throws TooManyPreviewsError */
  async run<T>(caller: string, preview: () => Promise<T>): Promise<T> {
    this.#admit(caller);
    this.#running += 1;
    try {
      return await preview();
    } finally {
      this.#running -= 1;
    }
  }

  #admit(caller: string): void {
    const now = this.#clock().getTime();
    for (const [each, times] of this.#started) {
      const recent = times.filter(time => !isOlderThan(time, MINUTE, now));
      if (recent.length) {
        this.#started.set(each, recent);
      } else {
        this.#started.delete(each);
      }
    }
    const own = this.#started.get(caller) ?? [];
    if (own.length >= mostPerMinute) {
      throw new TooManyPreviewsError(
        `At most ${mostPerMinute} previews a minute; try again in a minute`,
      );
    }
    if (this.#running >= mostAtOnce) {
      throw new TooManyPreviewsError(
        `${mostAtOnce} previews are running already; try again in a moment`,
      );
    }
    this.#started.set(caller, [...own, now]);
  }
}
