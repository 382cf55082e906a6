import { Incident } from './model';

type Orderable = Pick<Incident, 'id' | 'urgency' | 'status' | 'createdAt'> & {
  resolvedAt?: string;
};

/**
 * Open incidents as somebody woken up should read them: high urgency before
 * low, not acknowledged before acknowledged, the longest waiting first.
 *
 * @public
 */
export function inOrderOfNeed<T extends Orderable>(open: T[]): T[] {
  return [...open].sort(
    (a, b) =>
      need(a) - need(b) ||
      Date.parse(a.createdAt) - Date.parse(b.createdAt) ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * Resolved incidents, the latest resolved first.
 *
 * @public
 */
export function latestResolvedFirst<T extends Orderable>(resolved: T[]): T[] {
  return [...resolved].sort(
    (a, b) => endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1),
  );
}

function need(incident: Orderable): number {
  return (
    (incident.urgency === 'high' ? 0 : 2) +
    (incident.status === 'triggered' ? 0 : 1)
  );
}

function endOf(incident: Orderable): number {
  return Date.parse(incident.resolvedAt ?? incident.createdAt);
}
