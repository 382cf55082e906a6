import { AccountService } from '../account/account';
import { isoSeconds } from '../time';
import { PagerDutyState } from '../state';
import { renderPolicy } from './escalationPolicy';
import { identity, policyReference, teamReference } from './reference';
import { renderTeam } from './team';

/** What a service answer embeds in full. */
export interface ServiceIncludes {
  policies?: boolean;
  teams?: boolean;
}

/** Critical with a triggered incident, warning with an acknowledged one. */
function statusOf(statuses: string[]): string {
  if (statuses.includes('triggered')) {
    return 'critical';
  }
  return statuses.includes('acknowledged') ? 'warning' : 'active';
}

/** A service as `GET /services/{id}` answers it. */
export function renderService(
  state: PagerDutyState,
  service: AccountService,
  includes: ServiceIncludes = {},
) {
  const { account } = state;
  const incidents = state.log
    .incidents()
    .filter(incident => incident.state.serviceId === service.id);
  const latest = incidents.at(-1);
  const policy = account.policies.find(({ id }) => id === service.policyId);
  return {
    ...identity('service', service.id, service.name),
    name: service.name,
    description: service.description,
    auto_resolve_timeout: null,
    acknowledgement_timeout: service.acknowledgementTimeout,
    created_at: '2023-03-01T08:00:00Z',
    status: statusOf(incidents.map(incident => incident.state.status)),
    last_incident_timestamp: latest ? isoSeconds(latest.state.createdAt) : null,
    escalation_policy:
      includes.policies && policy
        ? renderPolicy(account, policy)
        : policyReference(account, service.policyId),
    teams: account.teams
      .filter(team => team.id === service.teamId)
      .map(team =>
        includes.teams ? renderTeam(team) : teamReference(account, team.id),
      ),
    integrations: [],
    incident_urgency_rule: { type: 'constant', urgency: 'severity_based' },
    support_hours: null,
    scheduled_actions: [],
    addons: [],
    alert_creation: 'create_alerts_and_incidents',
    alert_grouping_parameters: { type: null },
    auto_pause_notifications_parameters: { enabled: false, timeout: 0 },
  };
}
