import type { OwnershipProblemDetails } from './problems';

/**
 * The plain English sentence of a problem, for logs and callers of the API.
 * It leaves out the entity that is to be corrected (`params.entityRef`), so it
 * gives away no ancestor's name.
 */
export function describeOwnershipProblem(
  problem: OwnershipProblemDetails,
): string {
  switch (problem.code) {
    case 'pagerduty_integration_key_in_catalog':
      return `${problem.params.annotation} is a secret and everybody who can read the catalog can read it. Remove it, replace the key in PagerDuty, and use pagerduty.com/service-id instead.`;
    case 'owner_missing':
      return `spec.owner is missing. Name the owning group, e.g. "group:default/payments".`;
    case 'owner_not_found':
      return `spec.owner "${problem.params.value}" is not in the catalog. Name a Group that exists.`;
    case 'role_missing':
      return `There is no ${problem.params.role}. Set ${problem.params.annotation} to a User, e.g. "user:default/alex".`;
    case 'role_ref_invalid':
      return `${problem.params.annotation} "${problem.params.value}" is not an entity reference. Write one User or Group, e.g. "alex", "user:default/alex" or "group:default/payments".`;
    case 'role_kind_not_allowed':
      return `${problem.params.annotation} "${problem.params.value}" is a reference to the kind "${problem.params.kind}". A ${problem.params.role} is a User or a Group.`;
    case 'role_not_found':
      return `${problem.params.annotation} "${problem.params.holder}" is not in the catalog. Name a User or Group that exists.`;
    case 'deputy_is_primary':
      return `${problem.params.annotation} "${problem.params.holder}" is the primary as well. Name somebody else, who can answer when the primary cannot.`;
    case 'pagerduty_service_id_invalid':
      return `${problem.params.annotation} "${problem.params.value}" is not a PagerDuty service id. It is the last part of the service's address in PagerDuty, e.g. "PABC123"; separate several with commas.`;
    case 'document_location_invalid':
      return `${problem.params.annotation} "${problem.params.value}" cannot be read. Write a path relative to the entity's file or an http(s) address; separate several with commas.`;
    case 'annotation_not_text':
      return `${problem.params.annotation} is a ${problem.params.found}. Annotations are text; put the value in quotes.`;
    case 'annotation_too_long':
      return `${problem.params.annotation} has ${problem.params.length} characters; at most ${problem.params.maxLength} are read. Link to a document instead.`;
    case 'role_not_in_owner_group':
      return `${problem.params.annotation} "${problem.params.holder}" is not a member of the owning group "${problem.params.owner}". Name a member, or correct the group.`;
    case 'role_not_on_escalation_policy':
      return `${problem.params.annotation} "${problem.params.holder}" is on no level of the service's escalation policy in PagerDuty. Add them, or name somebody who is called.`;
    case 'tier_unknown':
    case 'pattern_unknown':
      return `${problem.params.annotation} "${problem.params.value}" is unknown. Use one of: ${problem.params.allowed}.`;
    case 'boundary_not_http':
      return `${problem.params.annotation} "${problem.params.value}" is not an address a browser can open safely. Use text or an http(s) address.`;
    case 'annotation_empty':
      return `${problem.params.annotation} is empty and counts as absent. Give it a value or remove it.`;
    case 'annotation_unknown':
      return `${problem.params.annotation} means nothing to these plugins. Check its spelling against the list of annotations.`;
    default:
      return unknownProblem(problem);
  }
}

/** Compiles only as long as every code has its sentence above. */
function unknownProblem(problem: never): string {
  return JSON.stringify(problem);
}
