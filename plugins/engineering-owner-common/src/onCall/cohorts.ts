import { IncidentRecord, inOrderOfTime } from './incidentRecord';
import { instantOf } from './instant';
import { Stretch } from './stretches';

/**
 * Those whose time to acknowledge belongs to a stretch: created in it.
 */
export function createdWithin(
  records: readonly IncidentRecord[],
  stretch: Stretch,
): IncidentRecord[] {
  return records.filter(({ incident }) =>
    isWithin(instantOf(incident.createdAt), stretch),
  );
}

/**
 * Those whose time to resolve belongs to a stretch: resolved in it for the last
 * time, however long ago they were created; while they are open, created in it.
 */
export function concludedWithin(
  records: readonly IncidentRecord[],
  stretch: Stretch,
): IncidentRecord[] {
  return records.filter(record => isWithin(concludedAt(record), stretch));
}

function concludedAt(record: IncidentRecord): number | undefined {
  const { incident, events } = record;
  if (incident.status !== 'resolved') {
    return instantOf(incident.createdAt);
  }
  const last = inOrderOfTime(events).findLast(({ kind }) => kind === 'resolve');
  return instantOf(last?.at ?? incident.resolvedAt ?? incident.createdAt);
}

function isWithin(at: number | undefined, { from, to }: Stretch): boolean {
  return at !== undefined && from <= at && at < to;
}

/**
 * Incidents by what is measured of them in a period: times to acknowledge of
 * those that were created in it, times to resolve of those that were resolved in
 * it for the last time. An incident that is resolved after half a year counts on
 * the day it is.
 *
 * @public
 */
export interface ResponseCohorts {
  created: IncidentRecord[];
  /** With those that are open and were created in the period, to be counted as such. */
  concluded: IncidentRecord[];
}

/**
 * @param records - more than those of the period do no harm
 * @public
 */
export function responseCohorts(
  records: readonly IncidentRecord[],
  period: { from: Date; to: Date },
): ResponseCohorts {
  const stretch = { from: period.from.getTime(), to: period.to.getTime() };
  return {
    created: createdWithin(records, stretch),
    concluded: concludedWithin(records, stretch),
  };
}
