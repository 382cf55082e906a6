/**
 * What the catalog says about somebody named in a role.
 *
 * @public
 */
export type RoleHolderFacts =
  | { exists: false }
  | {
      exists: true;
      kind: 'user' | 'group';
      displayName?: string;
      email?: string;
      /** Entity refs of groups, parents of groups included where known. */
      memberOf: readonly string[];
    };

/**
 * What the catalog says about `spec.owner`. `not_applicable`: the kind has no
 * owner (User, Group). `unknown`: it could not be looked up.
 *
 * @public
 */
export type OwnerFacts =
  | { state: 'found'; entityRef: string; kind: 'user' | 'group' }
  | { state: 'not_found'; value: string }
  | { state: 'missing' | 'not_applicable' | 'unknown' };

/**
 * @public
 */
export interface OwnershipFacts {
  owner: OwnerFacts;
  /** By entity ref. Who is not in it was not looked up and is not judged. */
  holders: ReadonlyMap<string, RoleHolderFacts>;
  /**
   * Entity refs and e-mail addresses of everybody on any level of the entity's
   * escalation policies; absent when not known.
   */
  onEscalationPolicy?: readonly string[];
}
