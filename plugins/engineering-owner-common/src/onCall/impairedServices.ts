import { OnCallService } from './model';
import { EscalationStatus, OnCallServiceStatus } from './status';

/**
 * Why a service that exists may page nobody.
 *
 * - `disabled`, `without_policy`: it pages nobody
 * - `policy_unknown`: whom it pages is not known
 * - `in_maintenance`: somebody decided that it opens no incident for a while
 * - `status_unknown`: the on-call system calls its state by a word nobody knows
 *
 * @public
 */
export type ServiceImpairment =
  | 'disabled'
  | 'without_policy'
  | 'policy_unknown'
  | 'in_maintenance'
  | 'status_unknown';

/**
 * The worst that is known of some services.
 *
 * @public
 */
export interface WorstImpairment {
  impairment: ServiceImpairment;
  /** The name of the first of them, or its id while that is not known. */
  service: string;
  /** How many services it is so of. */
  n: number;
}

/** States in which a service opens incidents: none is open, or some are. */
const working: string[] = [
  'active',
  'warning',
  'critical',
] satisfies OnCallService['status'][];

const worstFirst: ServiceImpairment[] = [
  'disabled',
  'without_policy',
  'policy_unknown',
  'in_maintenance',
  'status_unknown',
];

/**
 * Each service that may page nobody, by the worst that is known of it, the worst
 * first. What does not exist or was not read yet is told elsewhere.
 *
 * @param escalation - of which it is known who is on call
 */
export function impairedServices(
  services: readonly OnCallServiceStatus[],
  escalation: ReadonlyArray<Pick<EscalationStatus, 'source' | 'serviceIds'>>,
): Array<Pick<WorstImpairment, 'impairment' | 'service'>> {
  return services
    .flatMap(service => {
      const impairment = impairmentOf(service, escalation);
      return impairment
        ? [{ impairment, service: service.name ?? service.id }]
        : [];
    })
    .sort(
      (a, b) =>
        worstFirst.indexOf(a.impairment) - worstFirst.indexOf(b.impairment),
    );
}

/**
 * What is worst of services that exist and may page nobody.
 *
 * @param escalation - of which it is known who is on call
 * @public
 */
export function worstImpairment(
  services: readonly OnCallServiceStatus[],
  escalation: ReadonlyArray<Pick<EscalationStatus, 'source' | 'serviceIds'>>,
): WorstImpairment | undefined {
  const impaired = impairedServices(services, escalation);
  const worst = impaired.at(0);
  return (
    worst && {
      ...worst,
      n: impaired.filter(({ impairment }) => impairment === worst.impairment)
        .length,
    }
  );
}

/**
 * Whether it is certain that such a service pages nobody.
 *
 * @public
 */
export function pagesNobody({
  impairment,
}: Pick<WorstImpairment, 'impairment'>): boolean {
  return impairment === 'disabled' || impairment === 'without_policy';
}

function impairmentOf(
  { found, id, source, status, withoutPolicy }: OnCallServiceStatus,
  escalation: ReadonlyArray<Pick<EscalationStatus, 'source' | 'serviceIds'>>,
): ServiceImpairment | undefined {
  if (!found || status === undefined) {
    return undefined;
  }
  if (status === 'disabled') {
    return 'disabled';
  }
  if (withoutPolicy) {
    return 'without_policy';
  }
  const isStaffed = escalation.some(
    policy =>
      policy.source.type === source.type &&
      policy.source.name === source.name &&
      policy.serviceIds.includes(id),
  );
  if (!isStaffed) {
    return 'policy_unknown';
  }
  if (status === 'maintenance') {
    return 'in_maintenance';
  }
  return working.includes(status) ? undefined : 'status_unknown';
}
