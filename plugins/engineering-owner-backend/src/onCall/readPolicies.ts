import {
  ANNOTATION_PAGERDUTY_SERVICE_ID,
  EscalationPolicy,
  Problem,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { sourceId } from '../sources/sourceId';
import { NamedService, serviceName } from './findServices';
import { WantedPerson } from './People';
import { DirectoryStore } from './store/DirectoryStore';
import { PolicyShifts, ShiftStore } from './store/ShiftStore';

/** An escalation policy of an entity's services, with its shifts. */
export interface ReadPolicy {
  source: SourceRef;
  serviceIds: string[];
  policy: EscalationPolicy;
  /** Absent: nobody knows yet who is on call. */
  shifts?: PolicyShifts;
}

/** The escalation policies of some services, each once. */
export async function readPolicies(
  services: NamedService[],
  options: { directory: DirectoryStore; shifts: ShiftStore; now: Date },
): Promise<{ policies: ReadPolicy[]; problems: Problem[] }> {
  const { directory, shifts, now } = options;
  const policies: ReadPolicy[] = [];
  const problems: Problem[] = [];
  for (const [source, ofSource] of bySource(services)) {
    const serviceIds = new Map<string, string[]>();
    for (const { id, service } of ofSource) {
      if (typeof service !== 'object') {
        continue;
      }
      if (service.status === 'disabled') {
        problems.push(disabled(service.name));
      }
      const policyId = service.escalationPolicyId;
      if (policyId === undefined) {
        problems.push(withoutPolicy(service.name));
      } else {
        serviceIds.set(policyId, [...(serviceIds.get(policyId) ?? []), id]);
      }
    }
    const ids = [...serviceIds.keys()];
    const found = await directory.policies(sourceId(source), ids);
    const current = await shifts.listCurrent(sourceId(source), ids, now);
    for (const [policyId, usedBy] of serviceIds) {
      const policy = found.get(policyId);
      const ofPolicy = current.get(policyId);
      if (policy) {
        policies.push({
          source,
          serviceIds: usedBy,
          policy,
          // A reading that reaches no further than now says nothing of now.
          ...(ofPolicy && ofPolicy.readUntil > now && { shifts: ofPolicy }),
        });
      } else {
        problems.push(
          ...usedBy.map(id => policyUnknown(serviceName(ofSource, id))),
        );
      }
    }
  }
  return { policies, problems };
}

/** Everybody who is on call for a policy now or in the coming weeks. */
export function peopleOfPolicy({
  source,
  policy,
  shifts,
}: ReadPolicy): WantedPerson[] {
  const targets = policy.levels.flatMap(level =>
    level.targets.filter(({ type }) => type === 'responder'),
  );
  return [
    ...targets.map(({ id }) => id),
    ...(shifts?.shifts ?? []).map(shift => shift.responderId),
  ].map(responderId => ({ source, responderId }));
}

/** The services of each account. */
export function bySource<T extends { source: SourceRef }>(
  things: T[],
): Array<[SourceRef, T[]]> {
  const groups = new Map<string, [SourceRef, T[]]>();
  for (const thing of things) {
    const id = sourceId(thing.source);
    const group = groups.get(id) ?? [thing.source, []];
    group[1].push(thing);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function disabled(name: string): Problem {
  return {
    code: 'service_disabled',
    severity: 'warning',
    message: `The PagerDuty service "${name}" (${ANNOTATION_PAGERDUTY_SERVICE_ID}) is disabled, so it calls nobody. Enable it in PagerDuty, or name the one that took its place`,
    params: { service: name },
  };
}

function policyUnknown(name: string): Problem {
  return {
    code: 'policy_unknown',
    severity: 'warning',
    message: `Whom the PagerDuty service "${name}" (${ANNOTATION_PAGERDUTY_SERVICE_ID}) calls is not known: it has an escalation policy that the account does not list`,
    params: { service: name },
  };
}

function withoutPolicy(name: string): Problem {
  return {
    code: 'service_without_policy',
    severity: 'warning',
    message: `The PagerDuty service "${name}" (${ANNOTATION_PAGERDUTY_SERVICE_ID}) has no escalation policy, so it calls nobody`,
    params: { service: name },
  };
}
