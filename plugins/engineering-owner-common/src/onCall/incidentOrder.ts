import { waitingSince } from './incidentTimes';
import { IncidentStatus } from './status';

/**
 * Open incidents as somebody woken up should read them: high urgency before
 * low, not acknowledged before acknowledged, the longest waiting first.
 *
 * @public
 */
export function inOrderOfNeed<
  T extends Pick<
    IncidentStatus,
    | 'id'
    | 'urgency'
    | 'status'
    | 'createdAt'
    | 'reopenedAt'
    | 'acknowledgementLostAt'
  >,
>(open: T[]): T[] {
  return [...open].sort(
    (a, b) =>
      need(a) - need(b) ||
      Date.parse(waitingSince(a)) - Date.parse(waitingSince(b)) ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * Resolved incidents, the latest resolved first.
 *
 * @public
 */
export function latestResolvedFirst<
  T extends Pick<IncidentStatus, 'id' | 'createdAt' | 'resolvedAt'>,
>(resolved: T[]): T[] {
  return [...resolved].sort(
    (a, b) => endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1),
  );
}

function need(incident: Pick<IncidentStatus, 'urgency' | 'status'>): number {
  return (
    (incident.urgency === 'high' ? 0 : 2) +
    (incident.status === 'triggered' ? 0 : 1)
  );
}

function endOf(
  incident: Pick<IncidentStatus, 'createdAt' | 'resolvedAt'>,
): number {
  return Date.parse(incident.resolvedAt ?? incident.createdAt);
}
