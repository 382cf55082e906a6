import { IncidentRecord } from './incidentRecord';
import { instantOf } from './instant';

/**
 * What of some incidents is due to some escalation policies. An incident is of
 * the policy that it has now. One that was delegated was of its service's policy
 * before: it is of both, and who was notified until the last delegation was so
 * for the first of them, who was from then on for the second. Where an incident
 * does not say, it is of its service's policy.
 *
 * A service that changed its policy leaves the incidents it had before with the
 * policy that paged for them.
 *
 * @param of - the policies, and the services that use these now
 * @returns those of the policies, each with its log; without the notifications
 * that are due to others
 *
 * @public
 */
export function recordsOfPolicies(
  records: IncidentRecord[],
  of: { policyIds: string[]; serviceIds: string[] },
): IncidentRecord[] {
  const policies = new Set(of.policyIds);
  const services = new Set(of.serviceIds);
  return records.flatMap(record => {
    const { policyId, serviceId } = record.incident;
    const isOfService = services.has(serviceId);
    const isNow = policyId === undefined ? isOfService : policies.has(policyId);
    const delegatedAt = lastDelegation(record);
    if (delegatedAt === undefined || isNow === isOfService) {
      return isNow ? [record] : [];
    }
    return [
      {
        ...record,
        events: record.events.filter(
          ({ kind, at }) =>
            kind !== 'notify' ||
            (instantOf(at) ?? -Infinity) >= delegatedAt === isNow,
        ),
      },
    ];
  });
}

function lastDelegation({ events }: IncidentRecord): number | undefined {
  const times = events.flatMap(({ kind, at }) =>
    kind === 'delegate' ? instantOf(at) ?? [] : [],
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}
