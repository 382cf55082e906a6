export * from './status';
export {
  ANNOTATION_BACKSTAGE_RUNBOOK_URL,
  ANNOTATION_BOUNDARY,
  ANNOTATION_DEPUTY,
  ANNOTATION_OPENSLO_FOREIGN_FIELDS,
  ANNOTATION_OPENSLO_METADATA,
  ANNOTATION_PAGERDUTY_ACCOUNT,
  ANNOTATION_PAGERDUTY_INTEGRATION_KEY,
  ANNOTATION_PAGERDUTY_SERVICE_ID,
  ANNOTATION_PATTERN,
  ANNOTATION_PRIMARY,
  ANNOTATION_RUNBOOKS,
  ANNOTATION_SLI_SELECTOR,
  ANNOTATION_SLOS,
  ANNOTATION_TIER,
  isOurAnnotation,
  OPENSLO_WRAPPED_SPEC,
} from './annotations';
export * from './relations';
export { OWNERSHIP_PATTERNS, TIERS } from './classification';
export type { OwnershipPattern, Tier } from './classification';
export type { Boundary } from './boundary';
export type { Declared, ParsedRoles, RunbookReference } from './parsedRoles';
export { parseRoles } from './parseRoles';
export { inheritRoles } from './inherit';
export type { Resolved, ResolvedRoles } from './inherit';
export { judgeOwnership } from './validity';
export type { OwnershipVerdict, RoleStanding } from './validity';
export type { OwnerFacts, OwnershipFacts, RoleHolderFacts } from './facts';
export { worstFirst } from './problems';
export type {
  OwnershipProblem,
  OwnershipProblemDetails,
  Role,
} from './problems';
