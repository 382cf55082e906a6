/**
 * How ownership is arranged.
 *
 * @public
 */
export const OWNERSHIP_PATTERNS = [
  'service-first',
  'product-squad',
  'platform-adjacent',
  'shared-steward',
  'gitops',
  'serverless-hybrid',
] as const;

/**
 * @public
 */
export type OwnershipPattern = (typeof OWNERSHIP_PATTERNS)[number];

/**
 * How critical an entity is, most critical first.
 *
 * @public
 */
export const TIERS = ['1', '2', '3', '4'] as const;

/**
 * @public
 */
export type Tier = (typeof TIERS)[number];
