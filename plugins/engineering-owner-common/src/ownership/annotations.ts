/**
 * The User (or Group) who answers for the entity: `alex`, `user:default/alex`,
 * `group:default/payments`.
 *
 * @public
 */
export const ANNOTATION_PRIMARY = 'engineering-owner/primary';

/**
 * The User (or Group) who answers when the primary cannot.
 *
 * @public
 */
export const ANNOTATION_DEPUTY = 'engineering-owner/deputy';

/**
 * What is inside the owner's responsibility: text or an http(s) address.
 *
 * @public
 */
export const ANNOTATION_BOUNDARY = 'engineering-owner/boundary';

/**
 * The ownership pattern, one of {@link OWNERSHIP_PATTERNS}.
 *
 * @public
 */
export const ANNOTATION_PATTERN = 'engineering-owner/pattern';

/**
 * How critical the entity is, `1` (critical) to `4`.
 *
 * @public
 */
export const ANNOTATION_TIER = 'engineering-owner/tier';

/**
 * Runbooks: paths or addresses, comma-separated, relative to the source
 * location of the entity that carries the annotation.
 *
 * @public
 */
export const ANNOTATION_RUNBOOKS = 'engineering-owner/runbooks';

/**
 * OpenSLO, Sloth or Pyrra documents: paths, globs or addresses,
 * comma-separated, relative like {@link ANNOTATION_RUNBOOKS}.
 *
 * @public
 */
export const ANNOTATION_SLOS = 'engineering-owner/slos';

/**
 * Further PromQL label matchers for template SLIs, e.g. `namespace="shop"`.
 *
 * @public
 */
export const ANNOTATION_SLI_SELECTOR = 'engineering-owner/sli-selector';

/**
 * One or more PagerDuty service ids, comma-separated.
 *
 * @public
 */
export const ANNOTATION_PAGERDUTY_SERVICE_ID = 'pagerduty.com/service-id';

/**
 * Name of the PagerDuty account in the configuration, where there are several.
 *
 * @public
 */
export const ANNOTATION_PAGERDUTY_ACCOUNT = 'pagerduty.com/account';

/**
 * A secret that has no place in the catalog. Never used, only reported.
 *
 * @public
 */
export const ANNOTATION_PAGERDUTY_INTEGRATION_KEY =
  'pagerduty.com/integration-key';

/**
 * A runbook, as other tools write it. Accepted beside
 * {@link ANNOTATION_RUNBOOKS}.
 *
 * @public
 */
export const ANNOTATION_BACKSTAGE_RUNBOOK_URL = 'backstage.io/runbook-url';

/**
 * The `metadata` an OpenSLO document had before it was made acceptable to the
 * catalog, as JSON. Written by the catalog module, not by people.
 *
 * @public
 */
export const ANNOTATION_OPENSLO_METADATA = 'engineering-owner/openslo-metadata';

/**
 * Fields of an OpenSLO document beside `apiVersion`, `kind`, `metadata` and
 * `spec`, as JSON. Written by the catalog module, not by people.
 *
 * @public
 */
export const ANNOTATION_OPENSLO_FOREIGN_FIELDS =
  'engineering-owner/openslo-foreign-fields';

/**
 * The field of `spec` that holds the whole spec of an OpenSLO document whose
 * `spec` was no mapping, which the catalog would refuse. Written by the catalog
 * module, not by people.
 *
 * @public
 */
export const OPENSLO_WRAPPED_SPEC = 'engineering-owner/openslo-spec';

const PREFIX = 'engineering-owner/';

const KNOWN: ReadonlySet<string> = new Set([
  ANNOTATION_PRIMARY,
  ANNOTATION_DEPUTY,
  ANNOTATION_BOUNDARY,
  ANNOTATION_PATTERN,
  ANNOTATION_TIER,
  ANNOTATION_RUNBOOKS,
  ANNOTATION_SLOS,
  ANNOTATION_SLI_SELECTOR,
  ANNOTATION_PAGERDUTY_SERVICE_ID,
  ANNOTATION_PAGERDUTY_ACCOUNT,
  ANNOTATION_PAGERDUTY_INTEGRATION_KEY,
  ANNOTATION_BACKSTAGE_RUNBOOK_URL,
  ANNOTATION_OPENSLO_METADATA,
  ANNOTATION_OPENSLO_FOREIGN_FIELDS,
]);

/**
 * Whether these plugins read the annotation, or would if it were spelled
 * right: everything under `engineering-owner/`, and the names they share with
 * others.
 *
 * @public
 */
export function isOurAnnotation(annotation: string): boolean {
  return annotation.startsWith(PREFIX) || KNOWN.has(annotation);
}

/** An annotation under `engineering-owner/` that means nothing, a typo. */
export function isUnknownAnnotation(annotation: string): boolean {
  return annotation.startsWith(PREFIX) && !KNOWN.has(annotation);
}
