import { RunbookOrigin } from '../runbooks/model';
import { Boundary } from './boundary';
import { OwnershipPattern, Tier } from './classification';
import { OwnershipProblem } from './problems';

/**
 * A value as one entity declares it. `invalid` is not `absent`: it is not
 * replaced by an ancestor's value, which would hide the mistake behind a
 * person or service the author did not mean.
 *
 * @public
 */
export type Declared<T> =
  | { state: 'absent' }
  | { state: 'declared'; value: T }
  | { state: 'invalid' };

/**
 * A place an entity names as a runbook: an http(s) address, or a path relative
 * to the source location of `origin.entityRef`.
 *
 * @public
 */
export interface RunbookReference {
  location: string;
  origin: Exclude<RunbookOrigin, { kind: 'alert_rule' }>;
}

/**
 * What one entity says itself, without its ancestors.
 *
 * @public
 */
export interface ParsedRoles {
  entityRef: string;
  /** Entity ref of a User or Group. */
  primary: Declared<string>;
  /** Entity ref of a User or Group. */
  deputy: Declared<string>;
  boundary: Declared<Boundary>;
  pattern: Declared<OwnershipPattern>;
  tier: Declared<Tier>;
  /** At least one; what is no id is left out with a problem. */
  pagerDutyServiceIds: Declared<string[]>;
  /** Name of an account in the configuration, not checked against it. */
  pagerDutyAccount: Declared<string>;
  /** PromQL label matchers as written, not parsed. */
  sliSelector: Declared<string>;
  runbooks: RunbookReference[];
  /** Addresses, paths and globs, relative to the entity's source location. */
  slos: string[];
  /** Worst first. */
  problems: OwnershipProblem[];
}
