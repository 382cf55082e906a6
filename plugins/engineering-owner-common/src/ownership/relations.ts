/**
 * From an entity to its primary.
 *
 * @public
 */
export const RELATION_ENGINEERING_OWNED_BY = 'engineeringOwnedBy';

/**
 * From a primary to what they answer for.
 *
 * @public
 */
export const RELATION_ENGINEERING_OWNER_OF = 'engineeringOwnerOf';

/**
 * From an entity to its deputy.
 *
 * @public
 */
export const RELATION_DEPUTY_OWNED_BY = 'deputyOwnedBy';

/**
 * From a deputy to what they answer for in the primary's absence.
 *
 * @public
 */
export const RELATION_DEPUTY_OWNER_OF = 'deputyOwnerOf';

/**
 * From a component to an SLO registered as an entity.
 *
 * @public
 */
export const RELATION_HAS_SLO = 'hasSlo';

/**
 * From an SLO registered as an entity to its component.
 *
 * @public
 */
export const RELATION_SLO_OF = 'sloOf';
