import { isAutomatic } from './automatic';
import { causesFirst } from './causesFirst';
import { IncidentRecord } from './incidentRecord';
import { secondsOpen } from './rest';

/**
 * Why an incident has no time to resolve.
 *
 * @public
 */
export type NoResolution =
  | 'not_yet_resolved'
  | 'log_incomplete'
  | 'impossible_times';

/**
 * How an incident ended. `automatic`: not by a person but by the monitoring
 * that raised it or by a timeout.
 *
 * @public
 */
export type Resolution =
  | { kind: 'resolved'; at: string; automatic: boolean; seconds: number }
  | { kind: 'none'; reason: NoResolution };

/**
 * From the trigger to the last resolve, less the time the incident lay
 * resolved before it was reopened: five quiet days between a resolve and a
 * reopen are nobody's work. A log may show a reopening as a further trigger
 * (PagerDuty's has no entry of its own for it).
 *
 * @public
 */
export function timeToResolve(record: IncidentRecord): Resolution {
  const { incident } = record;
  if (incident.status !== 'resolved') {
    return { kind: 'none', reason: 'not_yet_resolved' };
  }
  const turns = causesFirst(record.events).filter(
    ({ kind }) => kind === 'resolve' || kind === 'reopen' || kind === 'trigger',
  );
  const last = turns[turns.length - 1];
  if (last?.kind !== 'resolve') {
    return { kind: 'none', reason: 'log_incomplete' };
  }
  const seconds = secondsOpen(record, last.at);
  if (seconds === undefined) {
    return { kind: 'none', reason: 'impossible_times' };
  }
  return {
    kind: 'resolved',
    at: last.at,
    automatic: isAutomatic(last),
    seconds,
  };
}
