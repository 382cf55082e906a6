import { IncidentRecord } from '../incidentRecord';
import { Incident, IncidentEvent } from '../model';

/** The day on which all incidents of these tests begin, at midnight. */
const day = '2026-03-02';

let lastId = 0;

/** An event of that day at `HH:MM`, by a service unless told otherwise. */
export function event(
  kind: IncidentEvent['kind'],
  time: string,
  rest: Partial<IncidentEvent> = {},
): IncidentEvent {
  lastId += 1;
  return {
    id: `R${lastId}`,
    incidentId: 'Q1',
    at: `${day}T${time}:00Z`,
    kind,
    agent: { type: 'service', id: 'S1' },
    ...rest,
  };
}

/** An incident triggered at midnight with the events of its log. */
export function record({
  events = [],
  ...incident
}: Partial<Incident> & { events?: IncidentEvent[] } = {}): IncidentRecord {
  return {
    incident: {
      id: 'Q1',
      title: 'checkout answers with errors',
      serviceId: 'S1',
      urgency: 'high',
      status: 'resolved',
      createdAt: `${day}T00:00:00Z`,
      assignees: [],
      ...incident,
    },
    events,
  };
}
