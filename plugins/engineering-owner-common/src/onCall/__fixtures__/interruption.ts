import { Interruption } from '../interruptions';
import { march } from './onCallShift';

/** Ada is paged at `DD HH:MM` of March 2026, UTC, by day unless told otherwise. */
export function interruption(
  at: string,
  rest: Partial<Interruption> = {},
): Interruption {
  return {
    incidentId: 'Q1',
    responderId: 'ada',
    at: march(at),
    channel: 'phone',
    hourClass: 'business',
    ...rest,
  };
}
