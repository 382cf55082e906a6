import { JsonObject } from '@backstage/types';
import { IncidentOpening } from '@engineering-owner/backstage-plugin-node';

/** An incident as `POST /incidents` takes it. */
export function creation(
  { serviceId, title, details, urgency, key }: IncidentOpening,
  priorityId: string | undefined,
): JsonObject {
  return {
    type: 'incident',
    title,
    service: { id: serviceId, type: 'service_reference' },
    urgency,
    // A second incident with the key is refused while the first is open.
    incident_key: key,
    ...(priorityId !== undefined && {
      priority: { id: priorityId, type: 'priority_reference' },
    }),
    ...(details !== undefined && {
      body: { type: 'incident_body', details },
    }),
  };
}
