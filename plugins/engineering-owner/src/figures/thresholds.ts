import { NARROW_SPACE } from './locale';

/** A latency threshold in the unit a person would write it in: `300 ms`, `2.5 s`. */
export function formatThreshold(seconds: number): string {
  return seconds < 1
    ? `${Number((seconds * 1000).toPrecision(6))}${NARROW_SPACE}ms`
    : `${Number(seconds.toPrecision(6))}${NARROW_SPACE}s`;
}

/** A measured latency, with the digits that matter: `312 ms`, `1.24 s`. */
export function formatLatency(seconds: number): string {
  return formatThreshold(Number(seconds.toPrecision(3)));
}
