import { inLogOrder } from './logOrder';
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

/**
 * The log in the order of time; entries at the same second keep their order.
 * Entries without a time that can be read come last, and do not disturb the
 * order of the others.
 *
 * @public
 */
export function inOrderOfTime(events: IncidentEvent[]): IncidentEvent[] {
  return inLogOrder(events, () => 0);
}

/**
 * The urgency an incident had when it was triggered. Where the log does not
 * say so at the trigger, it is found backwards: a change tells the urgency
 * before it, since there are only two; changes that do not even say to what
 * each switched once.
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
  const changes = ordered.filter(event => event.kind === 'urgency_change');
  const known = changes.findIndex(change => change.urgency !== undefined);
  const [urgency, switches] =
    known === -1
      ? [incident.urgency, changes.length]
      : [changes[known].urgency ?? incident.urgency, known + 1];
  return switches % 2 === 0 ? urgency : otherThan(urgency);
}

function otherThan(urgency: Urgency): Urgency {
  return urgency === 'high' ? 'low' : 'high';
}
