/** Kinds that are run by somebody: they are on call, have runbooks and SLOs. */
export const SERVICE_KINDS = ['component', 'api', 'resource'];

/** Kinds whose roles are shown. */
export const OWNED_KINDS = [...SERVICE_KINDS, 'system', 'domain', 'group'];

/** An OpenSLO document in the catalog: its tab is about the one objective. */
export const SLO_KIND = 'slo';
