import { setTimeout } from 'node:timers/promises';

/** Time as the client needs it, handed in so that tests need not wait. */
export interface Timekeeper {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves later, or rejects as soon as the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The machine's time. */
export const systemTime: Timekeeper = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { signal }),
};
