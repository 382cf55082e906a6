import { day, hour, minute, second } from '../durations';

/** A duration as PromQL and rule files write it: 90000 is `90s`. */
export function duration(milliseconds: number): string {
  const units: Array<[string, number]> = [
    ['d', day],
    ['h', hour],
    ['m', minute],
    ['s', second],
  ];
  for (const [unit, length] of units) {
    if (milliseconds >= length && milliseconds % length === 0) {
      return `${milliseconds / length}${unit}`;
    }
  }
  throw new Error(
    `A duration must be whole seconds and at least one, not ${milliseconds} ms`,
  );
}
