import type { Problem } from '@engineering-owner/backstage-plugin-common';
import type { T } from '../translation';

function isDeputy(problem: Problem): boolean {
  return problem.params?.role === 'deputy';
}

/** What is wrong, in one sentence; in the backend's words when the code is new. */
export function problemSentence(t: T, problem: Problem): string {
  const text = (name: string) => String(problem.params?.[name] ?? '');
  const annotation = text('annotation');
  const value = text('value');
  const holder = text('holder');
  switch (problem.code) {
    case 'pagerduty_integration_key_in_catalog':
    case 'owner_missing':
      return t(`ownership.problem.${problem.code}`);
    case 'owner_not_found':
    case 'tier_unknown':
    case 'pattern_unknown':
    case 'boundary_not_http':
      return t(`ownership.problem.${problem.code}`, { value });
    case 'role_missing':
      return isDeputy(problem)
        ? t('ownership.problem.role_missing_deputy')
        : t('ownership.problem.role_missing_primary');
    case 'role_not_found':
      return isDeputy(problem)
        ? t('ownership.problem.role_not_found_deputy', { holder })
        : t('ownership.problem.role_not_found_primary', { holder });
    case 'role_ref_invalid':
    case 'pagerduty_service_id_invalid':
    case 'document_location_invalid':
      return t(`ownership.problem.${problem.code}`, { annotation, value });
    case 'role_kind_not_allowed':
      return t('ownership.problem.role_kind_not_allowed', {
        annotation,
        value,
        kind: text('kind'),
      });
    case 'deputy_is_primary':
    case 'role_not_on_escalation_policy':
      return t(`ownership.problem.${problem.code}`, { holder });
    case 'role_not_in_owner_group':
      return t('ownership.problem.role_not_in_owner_group', {
        holder,
        owner: text('owner'),
      });
    case 'annotation_not_text':
      return t('ownership.problem.annotation_not_text', {
        annotation,
        found: text('found'),
      });
    case 'annotation_too_long':
      return t('ownership.problem.annotation_too_long', {
        annotation,
        length: text('length'),
        maxLength: text('maxLength'),
      });
    case 'annotation_empty':
    case 'annotation_unknown':
      return t(`ownership.problem.${problem.code}`, { annotation });
    default:
      return problem.message;
  }
}

/** Why it matters; nothing for a code this frontend does not know. */
export function problemReason(t: T, problem: Problem): string | undefined {
  switch (problem.code) {
    case 'role_missing':
      return isDeputy(problem)
        ? t('ownership.why.role_missing_deputy')
        : t('ownership.why.role_missing_primary');
    case 'pagerduty_integration_key_in_catalog':
    case 'owner_missing':
    case 'owner_not_found':
    case 'role_ref_invalid':
    case 'role_kind_not_allowed':
    case 'role_not_found':
    case 'deputy_is_primary':
    case 'pagerduty_service_id_invalid':
    case 'document_location_invalid':
    case 'annotation_not_text':
    case 'annotation_too_long':
    case 'role_not_in_owner_group':
    case 'role_not_on_escalation_policy':
    case 'tier_unknown':
    case 'pattern_unknown':
    case 'boundary_not_http':
    case 'annotation_empty':
    case 'annotation_unknown':
      return t(`ownership.why.${problem.code}`);
    default:
      return undefined;
  }
}
