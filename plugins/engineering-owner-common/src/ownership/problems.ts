import { Problem } from '../problem';
import { describeOwnershipProblem } from './problemMessage';

/**
 * The two roles a person can hold on an entity.
 *
 * @public
 */
export type Role = 'primary' | 'deputy';

/**
 * What can be wrong with what an entity says about its owner. `entityRef` is
 * the entity whose file is to be corrected, which for an inherited value is an
 * ancestor: withhold the problem from a caller who may not read it. Values are
 * quoted up to 200 characters; a secret is never quoted.
 *
 * @public
 */
export type OwnershipProblemDetails =
  | {
      code: 'pagerduty_integration_key_in_catalog';
      params: { entityRef: string; annotation: string };
    }
  | { code: 'owner_missing'; params: { entityRef: string } }
  | { code: 'owner_not_found'; params: { entityRef: string; value: string } }
  | {
      code: 'role_missing';
      params: { entityRef: string; annotation: string; role: Role };
    }
  | {
      code: 'role_ref_invalid';
      params: {
        entityRef: string;
        annotation: string;
        role: Role;
        value: string;
      };
    }
  | {
      code: 'role_kind_not_allowed';
      params: {
        entityRef: string;
        annotation: string;
        role: Role;
        value: string;
        kind: string;
      };
    }
  | {
      code: 'role_not_found';
      params: {
        entityRef: string;
        annotation: string;
        role: Role;
        holder: string;
      };
    }
  | {
      code: 'deputy_is_primary';
      params: { entityRef: string; annotation: string; holder: string };
    }
  | {
      code: 'pagerduty_service_id_invalid';
      params: { entityRef: string; annotation: string; value: string };
    }
  | {
      code: 'document_location_invalid';
      params: { entityRef: string; annotation: string; value: string };
    }
  | {
      code: 'annotation_not_text';
      params: { entityRef: string; annotation: string; found: string };
    }
  | {
      code: 'annotation_too_long';
      params: {
        entityRef: string;
        annotation: string;
        length: number;
        maxLength: number;
      };
    }
  | {
      code: 'role_not_in_owner_group';
      params: {
        entityRef: string;
        annotation: string;
        role: Role;
        holder: string;
        owner: string;
      };
    }
  | {
      code: 'role_not_on_escalation_policy';
      params: {
        entityRef: string;
        annotation: string;
        role: Role;
        holder: string;
      };
    }
  | {
      code: 'tier_unknown' | 'pattern_unknown';
      params: {
        entityRef: string;
        annotation: string;
        value: string;
        /** Comma-separated. */
        allowed: string;
      };
    }
  | {
      code: 'boundary_not_http';
      params: { entityRef: string; annotation: string; value: string };
    }
  | {
      code: 'annotation_empty' | 'annotation_unknown';
      params: { entityRef: string; annotation: string };
    };

/**
 * A {@link Problem} of ownership, discriminated by its code.
 *
 * @public
 */
export type OwnershipProblem = OwnershipProblemDetails &
  Pick<Problem, 'severity' | 'message'>;

/** Worst first; problems of one severity stand in this order. */
const CODES: Record<OwnershipProblem['code'], 'error' | 'warning'> = {
  pagerduty_integration_key_in_catalog: 'error',
  owner_missing: 'error',
  owner_not_found: 'error',
  role_missing: 'error',
  role_ref_invalid: 'error',
  role_kind_not_allowed: 'error',
  role_not_found: 'error',
  deputy_is_primary: 'error',
  pagerduty_service_id_invalid: 'error',
  document_location_invalid: 'error',
  annotation_not_text: 'error',
  annotation_too_long: 'error',
  role_not_in_owner_group: 'warning',
  role_not_on_escalation_policy: 'warning',
  tier_unknown: 'warning',
  pattern_unknown: 'warning',
  boundary_not_http: 'warning',
  annotation_empty: 'warning',
  annotation_unknown: 'warning',
};
const RANK = new Map(Object.keys(CODES).map((code, rank) => [code, rank]));

/** Completes a problem with its severity and its sentence. */
export function ownershipProblem(
  details: OwnershipProblemDetails,
): OwnershipProblem {
  const nobodyAtAll =
    details.code !== 'role_missing' || details.params.role === 'primary';
  return {
    ...details,
    severity: nobodyAtAll ? CODES[details.code] : 'warning',
    message: describeOwnershipProblem(details),
  };
}

/**
 * Errors before warnings, then by weight of the code, then the primary before
 * the deputy; otherwise in the order given.
 *
 * @public
 */
export function worstFirst(
  problems: readonly OwnershipProblem[],
): OwnershipProblem[] {
  const weight = (problem: OwnershipProblem) =>
    (problem.severity === 'error' ? 0 : 1000) +
    (RANK.get(problem.code) ?? RANK.size) * 2 +
    ('role' in problem.params && problem.params.role === 'deputy' ? 1 : 0);
  return [...problems].sort((a, b) => weight(a) - weight(b));
}
