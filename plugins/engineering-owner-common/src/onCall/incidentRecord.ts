import { Incident, IncidentEvent, Urgency } from './model';

/**
 * An incident with its log, in any order.
 *
 * @public
 */
export interface IncidentRecord {
  incident: Incident;
  events: IncidentEvent[];
}

/** The log in the order of time; entries at the same second keep their order. */
export function inOrderOfTime(events: IncidentEvent[]): IncidentEvent[] {
  return [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/**
 * The urgency an incident had when it was triggered. The log says so at the
 * trigger or, since there are only two urgencies, by its first change; without
 * either the urgency never changed.
 *
 * @public
 */
export function urgencyAtTrigger({
  incident,
  events,
}: IncidentRecord): Urgency {
  const ordered = inOrderOfTime(events);
  const trigger = ordered.find(event => event.kind === 'trigger');
  if (trigger?.urgency) {
    return trigger.urgency;
  }
  const change = ordered.find(
    event => event.kind === 'urgency_change' && event.urgency,
  );
  if (change) {
    return change.urgency === 'high' ? 'low' : 'high';
  }
  return incident.urgency;
}
