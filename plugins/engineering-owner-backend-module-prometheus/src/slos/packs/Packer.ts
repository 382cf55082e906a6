import { Answered } from '../../client/PrometheusClient';
import { onAbort } from '../../client/onAbort';
import { tellOfMissingData } from '../../client/missingData';
import { PrometheusError } from '../../client/PrometheusError';
import { joined, separated } from './pack';
import { Suspects } from './Suspects';

/** About what a hundred selectors take; proxies take ten times as much. */
const mostCharacters = 100_000;
/** More fail together when one of them fails. */
export const mostMembers = 20;

/** So long a pack waits for others. */
const waitMs = 10;

interface Wanted<T> {
  member: string;
  expression: string;
  signal: AbortSignal;
  resolve: (answer: Answered<T[]>) => void;
  reject: (error: unknown) => void;
}

/**
 * Puts queries that are evaluated alike, and are asked at the same time, into
 * few requests. What one of them is refused for is found by halves, so that it
 * fails alone. What the server fails at, or warns of, is all members' without
 * another try; from then on they are asked in halves of that company, until it
 * is one's alone, or a few's where the server answers nobody whole.
 */
export class Packer<T extends { labels: Record<string, string> }> {
  private waiting: Wanted<T>[] = [];
  private characters = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly ask: (
      query: string,
      signal: AbortSignal,
    ) => Promise<Answered<T[]>>,
    private readonly suspects: Suspects,
    private readonly onDeparture: () => void,
    private readonly most: number = mostMembers,
  ) {}

  /** @param member - who asks: the same for all queries of it */
  query(
    expression: string,
    signal: AbortSignal,
    member: string = expression,
  ): Promise<Answered<T[]>> {
    return new Promise((resolve, reject) => {
      const { length } = expression;
      if (this.characters + length > mostCharacters && this.characters > 0) {
        this.depart();
      }
      this.waiting.push({ member, expression, signal, resolve, reject });
      this.characters += length;
      this.timer ??= setTimeout(() => {
        this.onDeparture();
        this.depart();
      }, waitMs);
      if (this.waiting.length >= this.most) {
        this.depart();
      }
    });
  }

  private depart(): void {
    const pack = this.waiting;
    this.waiting = [];
    this.characters = 0;
    this.deliver(pack).catch(error =>
      pack.forEach(({ reject }) => reject(error)),
    );
  }

  private async deliver(pack: Wanted<T>[]): Promise<void> {
    const queue = [pack];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const wanted = next.filter(each => !gaveUp(each));
      try {
        await this.askTogether(wanted);
      } catch (error) {
        if (!isRefusal(error)) {
          if (mayBeOfOne(error)) {
            this.divide(wanted);
          }
          [wanted, ...queue].flat().forEach(({ reject }) => reject(error));
          return;
        }
        if (wanted.length === 1) {
          this.suspects.add(wanted[0].member);
          wanted[0].reject(error);
        } else {
          const half = Math.ceil(wanted.length / 2);
          queue.unshift(wanted.slice(0, half), wanted.slice(half));
        }
      }
    }
  }

  private async askTogether(wanted: Wanted<T>[]): Promise<void> {
    if (wanted.length === 0) {
      return;
    }
    if (wanted.length === 1) {
      const [{ member, expression, signal, resolve }] = wanted;
      resolve(
        await askAlone(this.ask, { member, expression, signal }, this.suspects),
      );
      return;
    }
    const query = joined(wanted.map(({ expression }) => expression));
    const { signal, release } = allAborted(wanted);
    try {
      const answer = await this.ask(query, signal);
      if (tellOfMissingData(answer.warnings)) {
        this.divide(wanted);
      } else {
        this.suspects.sawWhole();
      }
      const answers = separated(answer, wanted.length);
      wanted.forEach(({ resolve }, i) => resolve(answers[i]));
    } finally {
      release();
    }
  }

  /** One of them spoilt the pack for the others: the next ones are smaller. */
  private divide(wanted: Wanted<T>[]): void {
    this.suspects.divide(wanted.map(({ member }) => member));
  }
}

/** Asks without company, and goes on doing so while something is wrong. */
export async function askAlone<T>(
  ask: (query: string, signal: AbortSignal) => Promise<Answered<T[]>>,
  wanted: { member: string; expression: string; signal: AbortSignal },
  suspects: Suspects,
): Promise<Answered<T[]>> {
  try {
    const answer = await ask(wanted.expression, wanted.signal);
    if (tellOfMissingData(answer.warnings)) {
      suspects.add(wanted.member);
    } else {
      suspects.sawWhole();
    }
    return answer;
  } catch (error) {
    if (isRefusal(error) || mayBeOfOne(error)) {
      suspects.add(wanted.member);
    }
    throw error;
  }
}

/** Whether the server failed at something that one query may be to blame for. */
function mayBeOfOne(error: unknown): boolean {
  return (
    error instanceof PrometheusError &&
    (error.kind === 'timeout' ||
      error.kind === 'failed' ||
      error.kind === 'malformed')
  );
}

/** Whether the server refused what was asked, which it can be asked again in parts. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof PrometheusError &&
    (error.kind === 'rejected' ||
      error.kind === 'too_large' ||
      error.kind === 'contradictory')
  );
}

function gaveUp<T>({ signal, reject }: Wanted<T>): boolean {
  if (signal.aborted) {
    reject(signal.reason);
  }
  return signal.aborted;
}

/**
 * Aborts when all have, and lets each go as soon as it does. `release` has to
 * be called in the end.
 */
function allAborted<T>(wanted: Wanted<T>[]) {
  const controller = new AbortController();
  const stops = wanted.map(({ signal, reject }) =>
    onAbort(signal, () => {
      reject(signal.reason);
      if (wanted.every(each => each.signal.aborted)) {
        controller.abort(signal.reason);
      }
    }),
  );
  return {
    signal: controller.signal,
    release: () => stops.forEach(stop => stop()),
  };
}
