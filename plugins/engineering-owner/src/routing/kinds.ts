/** Kinds that are run by somebody: they are on call, have runbooks and SLOs. */
export const SERVICE_KINDS = ['component', 'api', 'resource'];

/** Kinds to which others belong: all of those are on their On-call tab. */
export const PORTFOLIO_KINDS = ['group', 'user', 'system', 'domain'];

/** Kinds with an On-call tab. */
export const ON_CALL_KINDS = [...SERVICE_KINDS, ...PORTFOLIO_KINDS];

/** Kinds whose roles are shown. */
export const OWNED_KINDS = [...SERVICE_KINDS, 'system', 'domain', 'group'];

/** An OpenSLO document in the catalog: its tab is about the one objective. */
export const SLO_KIND = 'slo';
