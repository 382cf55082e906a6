import { idOf } from '../history/randomness';
import { invalidInput } from '../http/apiError';
import { priorities } from '../resources/priority';
import { PagerDutyState } from '../state';
import { wholeSecond } from '../time';
import { Actor, Urgency } from './event';

/** What a person asks for when opening an incident by hand. */
export interface ManualOpening {
  openedBy: string;
  at: number;
  serviceId: string;
  title: string;
  urgency: Urgency;
  priorityId: string | null;
  incidentKey?: string;
  details?: string;
  /** Escalate along this policy instead of the service's own. */
  policyId?: string;
  /** Give it to these people instead of whoever is on call. */
  assigneeIds?: string[];
}

/** @throws ApiError 400 that names the id which does not exist. */
function checked(state: PagerDutyState, opening: ManualOpening) {
  const { account } = state;
  const service = account.services.find(({ id }) => id === opening.serviceId);
  if (!service) {
    throw invalidInput(`Service "${opening.serviceId}" does not exist`);
  }
  const policyId = opening.policyId ?? service.policyId;
  if (!account.policies.some(({ id }) => id === policyId)) {
    throw invalidInput(`Escalation policy "${policyId}" does not exist`);
  }
  const { priorityId } = opening;
  if (priorityId !== null && !priorities.some(({ id }) => id === priorityId)) {
    throw invalidInput(`Priority "${priorityId}" does not exist`);
  }
  const stranger = opening.assigneeIds?.find(
    userId => !account.users.some(({ id }) => id === userId),
  );
  if (stranger) {
    throw invalidInput(`User "${stranger}" does not exist`);
  }
  const isOpenDuplicate = state.log
    .incidents()
    .some(
      ({ state: incident }) =>
        incident.status !== 'resolved' &&
        incident.serviceId === service.id &&
        incident.incidentKey === opening.incidentKey,
    );
  if (opening.incidentKey && isOpenDuplicate) {
    throw invalidInput(
      `Open incident with matching dedup key "${opening.incidentKey}" already exists on this service`,
    );
  }
  return policyId;
}

/** Opens an incident in the name of a person; the answer is its id. */
export function openIncident(
  state: PagerDutyState,
  opening: ManualOpening,
): string {
  const policyId = checked(state, opening);
  const key = state.nextKey();
  const incidentId = idOf('Q', key);
  const at = wholeSecond(opening.at);
  const agent: Actor = { type: 'user', id: opening.openedBy };
  state.log.append({
    kind: 'trigger',
    id: idOf('R', `${key}/trigger`),
    incidentId,
    at,
    agent,
    channel: 'website',
    title: opening.title,
    serviceId: opening.serviceId,
    policyId,
    urgency: opening.urgency,
    incidentKey: opening.incidentKey ?? idOf('Q', `${key}/key`).toLowerCase(),
    priorityId: opening.priorityId,
    details: opening.details ?? opening.title,
  });
  const direct = (opening.assigneeIds ?? []).length > 0;
  const onCall = state.roster.firstStaffedLevel(policyId, 1, at)?.userId;
  const assignees = direct
    ? opening.assigneeIds ?? []
    : [onCall].flatMap(userId => userId ?? []);
  state.log.append({
    kind: 'assign',
    id: idOf('R', `${key}/assign`),
    incidentId,
    at,
    agent,
    channel: 'auto',
    assignees,
    direct,
  });
  return incidentId;
}
