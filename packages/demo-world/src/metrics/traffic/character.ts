import type { DemoService } from '../../world/world';
import { steadyNoise } from './noise';

/** What a service is like on a day without a story. Shares are of requests. */
export interface Character {
  /** How much the day moves the traffic: 0 is flat, 1 is silent at night. */
  dayAmplitude: number;
  /** Weekend traffic as a part of a weekday's. */
  weekend: number;
  errorRatio: number;
  notFoundRatio: number;
  /** Share of requests slower than 300 ms. */
  slowShare: number;
}

/** Everything an ordinary service does, with slight differences by name. */
export function characterOf({ name, story }: DemoService): Character {
  const ordinary: Character = {
    dayAmplitude: 0.45,
    weekend: 0.8,
    // 5 to 20 % of the budget of a 99.9 % objective
    errorRatio: 0.00005 + 0.00015 * steadyNoise(name, 'errors'),
    notFoundRatio: 0.01 + 0.02 * steadyNoise(name, 'not found'),
    // 15 to 35 % of the budget of a 99 % objective
    slowShare: 0.0015 + 0.002 * steadyNoise(name, 'slow'),
  };
  switch (story) {
    case 'never-an-error':
      return { ...ordinary, errorRatio: 0 };
    case 'low-traffic':
      // 0.004 requests per second and quiet weekends: nine events of budget in
      // 30 days at 99.9 %, too few to judge by.
      return { ...ordinary, weekend: 0.5, errorRatio: 0.0005 };
    case 'recovered':
    case 'exhausted':
      // Even traffic, so an incident weighs the same at any time of the day.
      return { ...ordinary, dayAmplitude: 0.15, weekend: 0.95 };
    case 'slow-burn':
      return { ...ordinary, errorRatio: 0.00008 };
    default:
      return ordinary;
  }
}
