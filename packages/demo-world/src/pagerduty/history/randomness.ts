import { createHash } from 'crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id as PagerDuty writes them, always the same for the same key. */
export function idOf(prefix: 'P' | 'Q' | 'R', key: string): string {
  const digest = createHash('sha256').update(key).digest();
  return (
    prefix +
    [...digest.subarray(0, 13)]
      .map(byte => ALPHABET[byte % ALPHABET.length])
      .join('')
  );
}

/** Repeatable chance: the same key always gives the same row of numbers. */
export interface Chance {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** Starts a row of numbers for a key (mulberry32 over a hash of the key). */
export function chanceOf(key: string): Chance {
  let seed = createHash('sha256').update(key).digest().readUInt32LE(0);
  const next = () => {
    seed = (seed + 0x6d2b79f5) % 4294967296;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) =>
    low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: choices => choices[between(0, choices.length - 1)],
  };
}
