import { LoggedIncident } from '../incidents/incidentLog';
import { idOf } from '../history/randomness';
import { PagerDutyState } from '../state';
import { isoSeconds } from '../time';
import { incidentReference, serviceReference } from './reference';
import { renderIncident } from './incident';

/** The alert that opened an incident; none when a person opened it. */
export function renderAlerts(state: PagerDutyState, incident: LoggedIncident) {
  const { state: current, events } = incident;
  if (events[0].agent.type === 'user') {
    return [];
  }
  const id = idOf('Q', `alert/${current.id}`);
  const component = state.account.services.find(
    service => service.id === current.serviceId,
  )?.component;
  return [
    {
      id,
      type: 'alert',
      summary: current.title,
      self: `https://api.pagerduty.com/incidents/${current.id}/alerts/${id}`,
      html_url: `https://demo.pagerduty.com/alerts/${id}`,
      created_at: isoSeconds(current.createdAt),
      status: current.status === 'resolved' ? 'resolved' : 'triggered',
      alert_key: current.incidentKey,
      service: serviceReference(state.account, current.serviceId),
      first_trigger_log_entry: renderIncident(state, incident)
        .first_trigger_log_entry,
      incident: incidentReference(incident),
      suppressed: false,
      severity: current.urgency === 'high' ? 'critical' : 'warning',
      integration: null,
      body: {
        type: 'alert_body',
        contexts: [],
        details: { service: component, description: current.details },
      },
    },
  ];
}
