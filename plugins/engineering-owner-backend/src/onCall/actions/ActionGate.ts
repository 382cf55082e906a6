import { CustomErrorBase } from '@backstage/errors';
import { Clock } from '../../ingest/clock';
import { isOlderThan } from '../../ingest/isOlderThan';

/** Of one caller in a minute, and of all that are under way at the same time. */
const mostPerMinute = 20;
const mostAtOnce = 8;
const MINUTE = 60_000;

/** Answered with 429. */
export class TooManyActionsError extends CustomErrorBase {
  readonly statusCode = 429;
  override name = 'TooManyActionsError' as const;
}

/** Bounds how often people act on incidents, by caller and altogether. */
export class ActionGate {
  readonly #clock: Clock;
  readonly #begun = new Map<string, number[]>();
  #underWay = 0;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** @throws TooManyActionsError */
  async run<T>(caller: string, act: () => Promise<T>): Promise<T> {
    this.#admit(caller);
    this.#underWay += 1;
    try {
      return await act();
    } finally {
      this.#underWay -= 1;
    }
  }

  #admit(caller: string): void {
    const now = this.#clock().getTime();
    for (const [each, times] of this.#begun) {
      const recent = times.filter(time => !isOlderThan(time, MINUTE, now));
      if (recent.length > 0) {
        this.#begun.set(each, recent);
      } else {
        this.#begun.delete(each);
      }
    }
    const own = this.#begun.get(caller) ?? [];
    if (own.length >= mostPerMinute) {
      throw new TooManyActionsError(
        `You may act on incidents ${mostPerMinute} times a minute; try again in a minute`,
      );
    }
    if (this.#underWay >= mostAtOnce) {
      throw new TooManyActionsError(
        `${mostAtOnce} people are acting on incidents right now; try again in a moment`,
      );
    }
    this.#begun.set(caller, [...own, now]);
  }
}
