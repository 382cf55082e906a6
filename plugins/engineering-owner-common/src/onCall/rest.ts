import { causesFirst } from './causesFirst';
import { IncidentRecord } from './incidentRecord';
import { instantOf } from './instant';
import { IncidentEvent } from './model';

/**
 * Seconds from the trigger of an incident to a time, less those it lay resolved
 * in between; undefined where the times cannot be.
 */
export function secondsOpen(
  { incident, events }: IncidentRecord,
  until: string,
): number | undefined {
  const triggered = instantOf(incident.createdAt);
  const ends = instantOf(until);
  if (triggered === undefined || ends === undefined) {
    return undefined;
  }
  const rested = restedFor(causesFirst(events), ends);
  const seconds = (ends - triggered - rested) / 1000;
  return seconds < 0 ? undefined : seconds;
}

/**
 * Milliseconds an incident lay resolved before it was reopened, up to a time.
 * A log may show a reopening as a further trigger (PagerDuty's has no entry of
 * its own for it).
 *
 * @param ordered - entries of the log in the order of time, of the same second
 * the trigger first
 */
export function restedFor(
  ordered: IncidentEvent[],
  until: number = Infinity,
): number {
  let rested = 0;
  let resolvedAt: number | undefined;
  for (const { kind, at } of ordered) {
    const time = instantOf(at);
    if (time === undefined || time > until) {
      continue;
    }
    if (kind === 'resolve') {
      resolvedAt = time;
    } else if (reopens(kind) && resolvedAt !== undefined) {
      rested += time - resolvedAt;
      resolvedAt = undefined;
    }
  }
  return rested;
}

/** Where it lay resolved before. */
export function reopens(kind: IncidentEvent['kind']): boolean {
  return kind === 'reopen' || kind === 'trigger';
}
