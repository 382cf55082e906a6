import {
  DemoPerson,
  DemoTeam,
  gapPolicy,
  people,
  services,
  teams,
} from '../../world/world';

/** A user of the simulated account. */
export interface AccountUser {
  id: string;
  name: string;
  email: string;
  timeZone: string;
  teamIds: string[];
}

/** A team of the simulated account. */
export interface AccountTeam {
  id: string;
  name: string;
}

/** A weekly rotation; users take turns in this order. */
export interface AccountSchedule {
  id: string;
  name: string;
  teamId: string;
  /** Hand-over is Monday 09:00 in this zone. */
  timeZone: string;
  userIds: string[];
  /** Nobody is on call for two days of the week after the start. */
  hasGap: boolean;
}

/** Who is paged at one level. */
export type EscalationTarget =
  | { type: 'schedule'; id: string }
  | { type: 'user'; id: string };

/** An escalation policy: `levels[0]` is level 1. */
export interface AccountPolicy {
  id: string;
  name: string;
  teamId: string;
  levels: EscalationTarget[];
}

/** A PagerDuty service, which pages for one component of the demo catalog. */
export interface AccountService {
  id: string;
  name: string;
  description: string;
  component: string;
  teamId: string;
  policyId: string;
  /** Seconds until an acknowledgement lapses; null when it never does. */
  acknowledgementTimeout: number | null;
}

/** The fixed part of the simulated account: everything but incidents. */
export interface Account {
  users: AccountUser[];
  teams: AccountTeam[];
  schedules: AccountSchedule[];
  policies: AccountPolicy[];
  services: AccountService[];
}

/** The components whose services take an acknowledgement back. */
const withTimeout = ['login', 'shipping-quotes'];

/** Minutes without an acknowledgement until the next level is paged. */
export const ESCALATION_DELAY_MINUTES = 30;

function personNamed(name: string): DemoPerson {
  const person = people.find(candidate => candidate.name === name);
  if (!person) {
    throw new Error(`The cast has no person "${name}"`);
  }
  return person;
}

function userIdOf(name: string): string {
  const { pagerdutyId } = personNamed(name);
  if (!pagerdutyId) {
    throw new Error(`"${name}" is on a rotation but has no PagerDuty id`);
  }
  return pagerdutyId;
}

function teamNamed(name: string): DemoTeam {
  const team = teams.find(candidate => candidate.name === name);
  if (!team) {
    throw new Error(`The cast has no team "${name}"`);
  }
  return team;
}

/** Both rotations of a team hand over together, so nobody holds two levels. */
function zoneOf(team: DemoTeam): string {
  return personNamed(team.rotations[0].people[0]).timeZone;
}

function schedulesOf(team: DemoTeam): AccountSchedule[] {
  return team.rotations.map(rotation => ({
    id: rotation.scheduleId,
    name: rotation.name,
    teamId: team.pagerduty.teamId,
    timeZone: zoneOf(team),
    userIds: rotation.people.map(userIdOf),
    hasGap: false,
  }));
}

function policyOf(
  team: DemoTeam,
  overrides: { id: string; name: string; secondary: string },
): AccountPolicy {
  return {
    id: overrides.id,
    name: overrides.name,
    teamId: team.pagerduty.teamId,
    levels: [
      { type: 'schedule', id: team.rotations[0].scheduleId },
      { type: 'schedule', id: overrides.secondary },
      { type: 'user', id: userIdOf(team.lead) },
    ],
  };
}

/** The second id of a component stands for its browser-facing half. */
function nameOf(title: string, position: number): string {
  return position === 0 ? title : `${title} web`;
}

/** Builds the account from the cast, so its ids agree with the demo catalog. */
export function buildAccount(): Account {
  const gapTeam = teamNamed(gapPolicy.team);
  return {
    users: people.flatMap(person =>
      person.pagerdutyId
        ? [
            {
              id: person.pagerdutyId,
              name: person.displayName,
              email: person.email,
              timeZone: person.timeZone,
              teamIds: teams
                .filter(team => person.memberOf.includes(team.name))
                .map(team => team.pagerduty.teamId),
            },
          ]
        : [],
    ),
    teams: teams.map(team => ({
      id: team.pagerduty.teamId,
      name: team.displayName,
    })),
    schedules: [
      ...teams.flatMap(schedulesOf),
      {
        id: gapPolicy.scheduleId,
        name: `${gapPolicy.name} secondary`,
        teamId: gapTeam.pagerduty.teamId,
        timeZone: zoneOf(gapTeam),
        userIds: gapTeam.rotations[1].people.map(userIdOf),
        hasGap: true,
      },
    ],
    policies: [
      ...teams.map(team =>
        policyOf(team, {
          id: team.pagerduty.policyId,
          name: team.displayName,
          secondary: team.rotations[1].scheduleId,
        }),
      ),
      policyOf(gapTeam, {
        id: gapPolicy.policyId,
        name: gapPolicy.name,
        secondary: gapPolicy.scheduleId,
      }),
    ],
    services: services.flatMap(service => {
      const team = teamNamed(service.owner);
      return service.pagerdutyServiceIds.map((id, position) => ({
        id,
        name: nameOf(service.title, position),
        description: service.description,
        component: service.name,
        teamId: team.pagerduty.teamId,
        policyId: service.policyId ?? team.pagerduty.policyId,
        acknowledgementTimeout: withTimeout.includes(service.name)
          ? 1800
          : null,
      }));
    }),
  };
}
