import { isPortfolio } from '../entities/readBelonging';
import { readLine } from '../entities/readLine';
import { EntityRequest } from '../router/EntityRoute';
import { sourceId } from '../sources/sourceId';
import { findServices, FoundServices } from './findServices';
import { AccountIncident } from './incidentStatus';
import { OnCallAnswers } from './OnCallAnswers';
import { OwnDuty, readOwnDuty } from './readOwnDuty';
import { readPortfolio, ServicePortfolio } from './readPortfolio';

/** What an answer about an entity is of. */
export interface OnCallSubject {
  named: FoundServices;
  /** Of a Group, User, System or Domain. */
  portfolio?: ServicePortfolio;
  /** Of a User. */
  duty?: OwnDuty;
}

/** The services of an entity, or of all that belongs to it. */
export async function readSubject(
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'>,
  answers: OnCallAnswers,
): Promise<OnCallSubject> {
  const { entity, entityRef, credentials } = request;
  if (!isPortfolio(entity)) {
    const line = await readLine(answers.entities, request);
    return { named: await findServices(line, answers) };
  }
  const portfolio = await readPortfolio(request, answers);
  if (entity.kind.toLocaleLowerCase('en-US') !== 'user') {
    return { named: portfolio, portfolio };
  }
  const duty = await readOwnDuty(entity, answers);
  const isOwn =
    answers.auth.isPrincipal(credentials, 'user') &&
    credentials.principal.userEntityRef === entityRef;
  return {
    named: portfolio,
    portfolio,
    // Of others, only what shows on pages that the caller may read.
    duty: isOwn ? duty : { ...duty, assigned: [], services: [], persons: [] },
  };
}

/** Incidents with those that are assigned to the person, each once. */
export function withAssigned(
  incidents: AccountIncident[],
  duty: OwnDuty | undefined,
): AccountIncident[] {
  const keyOf = ({ source, record }: AccountIncident) =>
    `${sourceId(source)} ${record.incident.id}`;
  const known = new Set(incidents.map(keyOf));
  return [
    ...incidents,
    ...(duty?.assigned ?? []).filter(each => !known.has(keyOf(each))),
  ];
}
