import { day, hour, minute, second } from '../durations';
import type { DemoService } from '../../world/world';
import { steadyNoise } from './noise';

/** Who counts the requests at a time. A pod's counters start at zero. */
export interface Pod {
  name: string;
  bornAt: number;
}

/** Past the hour, so a birth is never on the edge of an hour or a day. */
const deployedAt = 3 * hour + 17 * minute;

/** A new pod's cold cache fails part of the first requests. */
export const coldStart = { lasts: 45 * second, errorRatio: 0.3 };

/** Births of a service's pods inside [from, to], oldest first. */
export function podBirths(
  { story }: DemoService,
  from: number,
  to: number,
): number[] {
  if (story !== 'pods-replaced') {
    return [];
  }
  const births: number[] = [];
  const first = Math.ceil((from - deployedAt) / day);
  for (let n = first; n * day + deployedAt <= to; n++) {
    births.push(n * day + deployedAt);
  }
  return births;
}

/** The pod that serves at `time`, of a service that exists since `start`. */
export function podAt(service: DemoService, time: number, start: number): Pod {
  if (service.story !== 'pods-replaced') {
    return { name: `${service.name}-0`, bornAt: start };
  }
  const generation = Math.floor((time - deployedAt) / day);
  const id = Math.floor(steadyNoise(service.name, generation) * 36 ** 5)
    .toString(36)
    .padStart(5, '0');
  return {
    name: `${service.name}-${id}`,
    bornAt: Math.max(start, generation * day + deployedAt),
  };
}
