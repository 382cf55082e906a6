import { OnCallPerson, SectionStatus } from '../onCall/status';
import { Problem } from '../problem';
import { Boundary } from './boundary';

/**
 * Somebody (or a group) in a role. `displayName` and `exists` come from the
 * catalog as the caller may read it.
 *
 * @public
 */
export interface RoleHolder {
  entityRef: string;
  kind: 'user' | 'group';
  displayName?: string;
  email?: string;
  picture?: string;
  /** False: no such entity, or the caller may not read it. */
  exists: boolean;
  /** The entity that names the holder, when it is not this one. */
  inheritedFrom?: string;
}

/**
 * A value of the entity's own or of its System or Domain.
 *
 * @public
 */
export interface OwnOrInherited<T> {
  value: T;
  inheritedFrom?: string;
}

/**
 * Answer of `GET …/ownership`.
 *
 * @public
 */
export interface OwnershipResponse {
  entityRef: string;
  /** When the entity was last read from the catalog, ISO 8601. */
  asOf?: string;
  /** `spec.owner`, resolved. */
  owner?: RoleHolder;
  primary?: RoleHolder;
  deputy?: RoleHolder;
  boundary?: Boundary;
  pattern?: OwnOrInherited<string>;
  tier?: OwnOrInherited<string>;
  /** Who is called at each level now; empty without an on-call source. */
  escalation: Array<{
    policy: { id: string; name: string; url?: string };
    levels: Array<{ level: number; people: OnCallPerson[] }>;
  }>;
  /** Age and problem of what was read elsewhere than in the catalog. */
  sections: { escalation: SectionStatus };
  /** Worst first. */
  problems: Problem[];
}
