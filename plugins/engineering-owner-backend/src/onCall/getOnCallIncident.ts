import { NotFoundError } from '@backstage/errors';
import {
  incidentTimeline,
  IncidentTimeline,
  OnCallIncidentResponse,
} from '@engineering-owner/backstage-plugin-common';
import { readVisible } from '../entities/readVisible';
import { EntityRequest } from '../router/EntityRoute';
import { sourceId } from '../sources/sourceId';
import { isKeyText } from '../store/isKeyText';
import { NamedService, serviceName } from './findServices';
import {
  AccountIncident,
  incidentStatus,
  peopleOfIncident,
} from './incidentStatus';
import { OnCallAnswers } from './OnCallAnswers';
import { People, WantedPerson } from './People';
import { bySource } from './readPolicies';
import { readSubject } from './readSubject';
import { IncidentStore } from './store/IncidentStore';

/**
 * `GET …/on-call/incidents/{id}`: what happened to an incident, as it was last
 * read. Asks no source.
 *
 * @throws NotFoundError when it is not on one of the entity's services
 */
export async function getOnCallIncident(
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'> & {
    request: { params: Record<string, string> };
  },
  answers: OnCallAnswers,
): Promise<OnCallIncidentResponse> {
  const { entityRef, credentials } = request;
  const { id } = request.request.params;
  const { named: found, duty } = await readSubject(request, answers);
  // Of what is assigned to the person only that: its service may be hidden.
  const services = [
    ...found.services,
    ...(duty?.assigned.some(({ record }) => record.incident.id === id)
      ? duty.services
      : []),
  ];
  const stored = await findStored(id, services, answers.incidents);
  if (!stored) {
    throw new NotFoundError(
      `There is no incident ${JSON.stringify(
        id,
      )} on the services of ${entityRef}`,
    );
  }
  const { source, record } = stored;
  const timeline = incidentTimeline(record);
  const named = namesIn(timeline);
  const wanted = [...named.keys()].map(responderId => ({
    source,
    responderId,
  }));
  const people = await People.read(
    [...wanted, ...peopleOfIncident(stored)],
    answers,
  );
  const visible = await readVisible(answers.catalog, people.entityRefs, {
    credentials,
    fields: [],
  });
  const person = (each: WantedPerson, name?: string) =>
    people.describe(each, ref => visible.has(ref), name);
  return {
    entityRef,
    incident: incidentStatus(stored, {
      serviceName: serviceName(services, record.incident.serviceId),
      person,
    }),
    timeline,
    people: wanted.map(each => person(each, named.get(each.responderId))),
  };
}

async function findStored(
  id: string,
  services: NamedService[],
  incidents: IncidentStore,
): Promise<AccountIncident | undefined> {
  if (!isKeyText(id)) {
    return undefined;
  }
  for (const [source, ofSource] of bySource(services)) {
    const record = await incidents.get(
      sourceId(source),
      ofSource.map(service => service.id),
      id,
    );
    if (record) {
      return { source, record };
    }
  }
  return undefined;
}

/** Everybody a timeline has, with the name its log knows them by. */
function namesIn({ steps }: IncidentTimeline): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  const add = (id: string | undefined, name?: string) => {
    if (id !== undefined) {
      names.set(id, names.get(id) ?? name);
    }
  };
  for (const step of steps) {
    if (step.kind === 'notified') {
      step.people.forEach(({ responderId }) => add(responderId));
    } else if (step.by?.type === 'user') {
      add(step.by.id, step.by.name);
    }
    if ('to' in step) {
      step.to.forEach(id => add(id));
    }
  }
  return names;
}
