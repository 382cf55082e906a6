import { Entity } from '@backstage/catalog-model';
import {
  coverageDays,
  OwnShift,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { sourceId } from '../sources/sourceId';
import { callerOf } from './actions/readCaller';
import { accountsOf, NamedService } from './findServices';
import { AccountIncident } from './incidentStatus';
import { OnCallAnswers } from './OnCallAnswers';
import { WantedPerson } from './People';

const DAY_MS = 86_400_000;

/** What a person has to do with on-call, whoever owns the services. */
export interface OwnDuty {
  /** That run or begin in the coming weeks, the next first. */
  shifts: OwnShift[];
  /** Open ones that are assigned to the person. */
  assigned: AccountIncident[];
  /** The services of these. */
  services: NamedService[];
  /** Who the person is to each account that knows them. */
  persons: WantedPerson[];
}

/**
 * By the e-mail address of a User, in every account; somebody without one, or
 * whom no account knows, has none.
 */
export async function readOwnDuty(
  user: Entity,
  answers: OnCallAnswers,
): Promise<OwnDuty> {
  const person = callerOf(user);
  const duties = person.known
    ? await Promise.all(
        accountsOf(answers.registry).map(source =>
          readInAccount(source, person.email, answers),
        ),
      )
    : [];
  return {
    shifts: duties
      .flatMap(({ shifts }) => shifts)
      .sort((a, b) => beginning(a) - beginning(b)),
    assigned: duties.flatMap(({ assigned }) => assigned),
    services: duties.flatMap(({ services }) => services),
    persons: duties.flatMap(({ persons }) => persons),
  };
}

async function readInAccount(
  source: SourceRef,
  email: string,
  { directory, shifts, incidents, clock }: OnCallAnswers,
): Promise<OwnDuty> {
  const id = sourceId(source);
  const ids = (await directory.findResponders(id, email)).map(each => each.id);
  if (ids.length === 0) {
    return { shifts: [], assigned: [], services: [], persons: [] };
  }
  const now = clock();
  const to = new Date(now.getTime() + coverageDays * DAY_MS);
  const [ownShifts, open] = await Promise.all([
    shifts.listBetween(id, { responderIds: ids }, { from: now, to }),
    incidents.listOpen(id),
  ]);
  const assigned = open.filter(({ assignees }) =>
    assignees.some(assignee => ids.includes(assignee.id)),
  );
  const [policies, services, records] = await Promise.all([
    directory.policies(
      id,
      ownShifts.map(({ policyId }) => policyId),
    ),
    directory.services(
      id,
      assigned.map(({ serviceId }) => serviceId),
    ),
    incidents.withLogs(id, assigned),
  ]);
  return {
    shifts: ownShifts.map(shift => {
      const policy = policies.get(shift.policyId);
      return {
        source,
        policy: {
          id: shift.policyId,
          name: policy?.name ?? shift.policyId,
          ...(policy?.url && { url: policy.url }),
        },
        level: shift.level,
        ...(shift.scheduleId && {
          schedule: {
            id: shift.scheduleId,
            name: shift.scheduleName ?? shift.scheduleId,
          },
        }),
        from: shift.start,
        to: shift.end,
      };
    }),
    assigned: records.map(record => ({ source, record })),
    services: [...services.values()].map(service => ({
      id: service.id,
      source,
      namedBy: '',
      service,
    })),
    persons: ids.map(responderId => ({ source, responderId })),
  };
}

function beginning({ from }: OwnShift): number {
  return from === null ? 0 : Date.parse(from);
}
