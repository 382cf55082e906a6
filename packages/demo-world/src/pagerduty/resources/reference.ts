import { Account } from '../account/account';
import { Actor } from '../incidents/event';
import { LoggedIncident } from '../incidents/incidentLog';

/** A resource as other resources name it. */
export interface Reference {
  id: string;
  type: string;
  summary: string | null;
  self: string;
  html_url: string;
}

const API = 'https://api.pagerduty.com';
const WEB = 'https://demo.pagerduty.com';

const PAGES = {
  user: 'users',
  team: 'teams',
  service: 'service-directory',
  escalation_policy: 'escalation_policies',
  schedule: 'schedules',
  incident: 'incidents',
} as const;

const COLLECTIONS = {
  user: 'users',
  team: 'teams',
  service: 'services',
  escalation_policy: 'escalation_policies',
  schedule: 'schedules',
  incident: 'incidents',
} as const;

type Kind = keyof typeof COLLECTIONS;

/** The five fields that every full resource starts with. */
export function identity(kind: Kind, id: string, summary: string | null) {
  return {
    id,
    type: kind,
    summary,
    self: `${API}/${COLLECTIONS[kind]}/${id}`,
    html_url: `${WEB}/${PAGES[kind]}/${id}`,
  };
}

function reference(kind: Kind, id: string, summary: string | null): Reference {
  return { ...identity(kind, id, summary), type: `${kind}_reference` };
}

type Named = { id: string; name: string };

function named(kind: Kind, all: readonly Named[], id: string): Reference {
  return reference(kind, id, all.find(item => item.id === id)?.name ?? null);
}

export function userReference(account: Account, id: string): Reference {
  return named('user', account.users, id);
}

export function teamReference(account: Account, id: string): Reference {
  return named('team', account.teams, id);
}

export function serviceReference(account: Account, id: string): Reference {
  return named('service', account.services, id);
}

export function policyReference(account: Account, id: string): Reference {
  return named('escalation_policy', account.policies, id);
}

export function scheduleReference(account: Account, id: string): Reference {
  return named('schedule', account.schedules, id);
}

/** The one-line name of an incident: `[#12] Title`. */
export function incidentSummary({ number, state }: LoggedIncident): string {
  return `[#${number}] ${state.title}`;
}

export function incidentReference(incident: LoggedIncident): Reference {
  return reference('incident', incident.state.id, incidentSummary(incident));
}

export function actorReference(account: Account, actor: Actor): Reference {
  return actor.type === 'user'
    ? userReference(account, actor.id)
    : serviceReference(account, actor.id);
}
