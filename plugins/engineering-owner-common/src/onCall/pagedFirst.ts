import { EscalationStatus, OnCallPerson, OnCallServiceStatus } from './status';

/**
 * Whom an incident of a service reaches first: the lowest level of its policy
 * that has somebody, since PagerDuty passes over those that are empty.
 *
 * @public
 */
export type PagedFirst =
  | { known: false }
  | { known: true; policy: string; nobody: true }
  | {
      known: true;
      policy: string;
      nobody: false;
      level: number;
      people: OnCallPerson[];
    };

/**
 * @param service - where the incident is to be opened
 * @public
 */
export function pagedFirst(
  escalation: EscalationStatus[],
  service: Pick<OnCallServiceStatus, 'id' | 'source'>,
): PagedFirst {
  const found = escalation.find(
    ({ serviceIds, source }) =>
      source.type === service.source.type &&
      source.name === service.source.name &&
      serviceIds.includes(service.id),
  );
  if (!found) {
    return { known: false };
  }
  const policy = found.policy.name;
  // A level of which nothing is known any more may have somebody.
  if (found.levels.some(({ coverage }) => coverage === 'unknown')) {
    return { known: false };
  }
  const first = [...found.levels]
    .sort((a, b) => a.level - b.level)
    .find(({ onCall }) => onCall.length > 0);
  return first
    ? {
        known: true,
        policy,
        nobody: false,
        level: first.level,
        people: first.onCall.map(({ person }) => person),
      }
    : { known: true, policy, nobody: true };
}
