import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  loadReadPermission,
  LoadRequest,
  OnCallLoad,
  OnCallPerson,
  PersonLoad,
  personLoads,
  recordsOfPolicies,
  SourceRef,
  teamLoad,
} from '@engineering-owner/backstage-plugin-common';
import { sourceId } from '../sources/sourceId';
import { knownIncidents } from './knownIncidents';
import { LoadCache } from './LoadCache';
import { WantedPerson } from './People';
import { ReadPolicy } from './readPolicies';
import { CursorStore } from './store/CursorStore';
import { DirectoryStore } from './store/DirectoryStore';
import { IncidentStore } from './store/IncidentStore';
import { ShiftStore } from './store/ShiftStore';

/** Rest before the first shift of a period is told from shifts of so long before. */
const BEFORE_MS = 28 * 86_400_000;

/** Load of one account, whose people are still to be described. */
export interface ReadLoad extends Omit<OnCallLoad, 'persons'> {
  persons?: PersonLoad[];
}

/**
 * What being on call costs the people of some policies: by all incidents of
 * these, also those of services of other entities, which they are paged for too,
 * and those that were delegated to or from them.
 */
export async function readLoad(
  policies: ReadPolicy[],
  options: {
    period: { from: Date; to: Date };
    /** Whose load is told by person. */
    persons: 'all' | WantedPerson[];
    loads: LoadCache;
    cursors: CursorStore;
    directory: DirectoryStore;
    incidents: IncidentStore;
    shifts: ShiftStore;
  },
): Promise<ReadLoad[]> {
  const sources = new Map(
    policies.map(({ source }) => [sourceId(source), source]),
  );
  return Promise.all(
    [...sources].map(async ([id, source]) => {
      const ofSource = policies
        .filter(each => sourceId(each.source) === id)
        .map(({ policy }) => policy);
      const policyIds = ofSource.map(policy => policy.id).sort();
      const wanted = personsOf(source, options.persons);
      const byPerson = wanted.length > 0;
      const key = JSON.stringify([id, byPerson, ...policyIds]);
      const load = await options.loads.get(key, async () => {
        const request = await loadRequest(id, policyIds, options);
        return {
          team: teamLoad(request),
          ...(byPerson && {
            persons: personLoads(request).sort(
              (a, b) =>
                b.pagesPerShift.n - a.pagesPerShift.n ||
                b.onCallShare.seconds - a.onCallShare.seconds,
            ),
          }),
        };
      });
      return {
        source,
        policies: ofSource.map(policy => ({
          id: policy.id,
          name: policy.name,
        })),
        team: load.team,
        ...(load.persons && personsTold(load.persons, wanted)),
      };
    }),
  );
}

/** Of an account; nobody at all where nobody is wanted there. */
function personsOf(
  source: SourceRef,
  persons: 'all' | WantedPerson[],
): 'all' | string[] {
  return persons === 'all'
    ? persons
    : persons
        .filter(each => sourceId(each.source) === sourceId(source))
        .map(({ responderId }) => responderId);
}

/** Of a team that somebody is no part of, nothing is told by person. */
function personsTold(
  persons: PersonLoad[],
  wanted: 'all' | string[],
): Pick<ReadLoad, 'persons' | 'ownOnly'> {
  if (wanted === 'all') {
    return { persons };
  }
  const own = persons.filter(({ responderId }) => wanted.includes(responderId));
  return own.length > 0 ? { persons: own, ownOnly: true } : {};
}

/** Whether a caller may see the load of each person; not where nobody can say. */
export async function maySeePersons(
  credentials: BackstageCredentials,
  permissions: PermissionsService,
): Promise<boolean> {
  const [decision] = await permissions
    .authorize([{ permission: loadReadPermission }], { credentials })
    .catch(() => []);
  return decision?.result === AuthorizeResult.ALLOW;
}

/** Everybody whose load is told. */
export function peopleOfLoad(load: ReadLoad[]): WantedPerson[] {
  return load.flatMap(({ source, persons = [] }) =>
    persons.map(({ responderId }) => ({ source, responderId })),
  );
}

/** The load with what is known of its people. */
export function withPeople(
  load: ReadLoad[],
  person: (wanted: { source: SourceRef; responderId: string }) => OnCallPerson,
): OnCallLoad[] {
  return load.map(({ persons, ...rest }) => ({
    ...rest,
    ...(persons && {
      persons: persons.map(each => ({
        ...each,
        person: person({ source: rest.source, responderId: each.responderId }),
      })),
    }),
  }));
}

async function loadRequest(
  id: string,
  policyIds: string[],
  {
    period: { from, to },
    cursors,
    directory,
    incidents,
    shifts,
  }: Parameters<typeof readLoad>[1],
): Promise<LoadRequest> {
  const serviceIds = await directory.listServiceIdsOfPolicies(id, policyIds);
  const of = { serviceIds, policyIds };
  const records = recordsOfPolicies(
    await incidents.listConcerning(id, of, from),
    of,
  );
  // Never read: nothing is known until now.
  const known = (await knownIncidents(id, cursors)) ?? { from: to, until: to };
  const stretch = { from: new Date(from.getTime() - BEFORE_MS), to };
  const ofPolicies = await shifts.listBetween(id, { policyIds }, stretch);
  const responderIds = [
    ...new Set([
      ...ofPolicies.map(({ responderId }) => responderId),
      ...records.flatMap(({ events }) =>
        events.flatMap(event =>
          event.kind === 'notify' ? event.responderIds ?? [] : [],
        ),
      ),
    ]),
  ];
  const [ofPeople, responders, past] = await Promise.all([
    shifts.listBetween(id, { responderIds }, stretch),
    directory.responders(id, responderIds),
    shifts.listKnownPast(id, policyIds),
  ]);
  const knownFrom = Math.max(...past.map(each => each.knownFrom.getTime()));
  return {
    period: { from: from.toISOString(), to: to.toISOString() },
    policyIds,
    records,
    incidentsKnownFrom: known.from.toISOString(),
    incidentsKnownUntil: known.until.toISOString(),
    shifts: ofPeople,
    shiftsKnownFrom: new Date(
      past.length < policyIds.length ? to : knownFrom,
    ).toISOString(),
    timeZoneOf: responderId => responders.get(responderId)?.timeZone,
  };
}
