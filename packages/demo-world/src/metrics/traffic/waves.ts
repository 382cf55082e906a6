import { day, hour, minute, second } from '../durations';
import { steadyNoise } from './noise';

/** One sine of a rate around its mean of 1. */
interface Wave {
  period: number;
  amplitude: number;
  /** In turns, 0 to 1. */
  phase: number;
}

/**
 * A rate around 1 that is a sum of sines, so its integral is known in closed
 * form: a counter can be told for any time without counting up to it.
 */
export interface Rhythm {
  waves: Wave[];
}

/** Quietest around 03:00 UTC, busiest around 15:00 UTC. */
const quietest = 9 * hour;

function ripples(name: string, sizes: Array<[number, number]>): Wave[] {
  return sizes.map(([period, amplitude]) => ({
    period,
    amplitude,
    phase: steadyNoise(name, period),
  }));
}

/**
 * How requests come in over a day.
 * @param dayAmplitude - 0 is flat, 1 is silent at night
 */
export function requestRhythm(name: string, dayAmplitude: number): Rhythm {
  return {
    waves: [
      { period: day, amplitude: dayAmplitude, phase: -quietest / day },
      ...ripples(name, [
        [97 * minute, 0.05],
        [23 * minute, 0.03],
        [7 * minute, 0.02],
      ]),
    ],
  };
}

/** Errors follow the requests, a little less evenly. */
export function errorRhythm(name: string, requests: Rhythm): Rhythm {
  return {
    waves: [
      ...requests.waves,
      ...ripples(`${name} errors`, [
        [47 * minute, 0.03],
        [11 * minute, 0.02],
      ]),
    ],
  };
}

/**
 * The integral of the rate from a fixed origin to `time`, in seconds: the
 * difference of two calls is the number of requests at a mean of one per
 * second.
 */
export function accumulated(rhythm: Rhythm, time: number): number {
  let sum = time;
  for (const { period, amplitude, phase } of rhythm.waves) {
    // Turns are reduced first: 1.8e12 ms would cost the cosine its digits.
    const turns = (time % period) / period + phase;
    sum -=
      ((amplitude * period) / (2 * Math.PI)) * Math.cos(2 * Math.PI * turns);
  }
  return sum / second;
}
