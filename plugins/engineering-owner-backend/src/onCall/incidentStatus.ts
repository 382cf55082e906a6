import {
  firstAcknowledgementByPerson,
  IncidentRecord,
  IncidentStatus,
  incidentTimes,
  OnCallPerson,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { WantedPerson } from './People';

/** An incident of an account, with its log. */
export interface AccountIncident {
  source: SourceRef;
  record: IncidentRecord;
}

/** Everybody an incident's page names. */
export function peopleOfIncident({
  source,
  record,
}: AccountIncident): WantedPerson[] {
  const acknowledger = firstAcknowledgementByPerson(record.events)?.agent.id;
  return [
    ...record.incident.assignees.map(({ id }) => id),
    ...(acknowledger ? [acknowledger] : []),
  ].map(responderId => ({ source, responderId }));
}

/** An incident as a page shows it. */
export function incidentStatus(
  { source, record }: AccountIncident,
  options: {
    serviceName: string;
    person: (wanted: WantedPerson, name?: string) => OnCallPerson;
  },
): IncidentStatus {
  const { incident, events } = record;
  const acknowledgement = firstAcknowledgementByPerson(events);
  const by = acknowledgement?.agent;
  const { id, number, title, url, urgency, priority, status } = incident;
  return {
    id,
    ...(number !== undefined && { number }),
    title,
    ...(url && { url }),
    source,
    service: { id: incident.serviceId, name: options.serviceName },
    urgency,
    ...(priority && { priority }),
    status,
    createdAt: incident.createdAt,
    ...incidentTimes(record),
    ...(acknowledgement && { acknowledgedAt: acknowledgement.at }),
    ...(by?.id && {
      acknowledgedBy: options.person({ source, responderId: by.id }, by.name),
    }),
    ...(incident.resolvedAt && { resolvedAt: incident.resolvedAt }),
    assignees: incident.assignees.map(assignee =>
      options.person({ source, responderId: assignee.id }, assignee.name),
    ),
  };
}
