import {
  ANNOTATION_DEPUTY,
  ANNOTATION_PAGERDUTY_ACCOUNT,
  ANNOTATION_PAGERDUTY_SERVICE_ID,
  ANNOTATION_PATTERN,
  ANNOTATION_PRIMARY,
  ANNOTATION_TIER,
} from './annotations';
import { OwnershipPattern, Tier } from './classification';
import { Declared, ParsedRoles, RunbookReference } from './parsedRoles';
import { OwnershipProblem, worstFirst } from './problems';

/**
 * A value with the entity that declares it: the entity itself or the nearest
 * ancestor. `invalid` names the entity to be corrected.
 *
 * @public
 */
export type Resolved<T> =
  | { state: 'absent' }
  | { state: 'declared'; value: T; from: string }
  | { state: 'invalid'; from: string };

/**
 * What holds for an entity, its System and Domain taken into account.
 *
 * @public
 */
export interface ResolvedRoles {
  entityRef: string;
  /** Entity ref of a User or Group. */
  primary: Resolved<string>;
  /** Entity ref of a User or Group. */
  deputy: Resolved<string>;
  pattern: Resolved<OwnershipPattern>;
  tier: Resolved<Tier>;
  pagerDutyServiceIds: Resolved<string[]>;
  /**
   * The account the services are in: looked for from the entity that declares
   * the services upwards, since ids mean nothing in another account.
   */
  pagerDutyAccount: Resolved<string>;
  /** Never inherited. */
  boundary: ParsedRoles['boundary'];
  /** Never inherited. */
  sliSelector: ParsedRoles['sliSelector'];
  /** Of the entity and all its ancestors, own ones first. */
  runbooks: RunbookReference[];
  /** Never inherited. */
  slos: string[];
  /**
   * Of the entity itself, and of ancestors where they spoil an inherited
   * value. Worst first.
   */
  problems: OwnershipProblem[];
}

/**
 * Resolves what an entity inherits.
 *
 * @param own - what the entity says itself
 * @param ancestors - what its ancestors say, nearest first: System, then Domain
 *
 * @public
 */
export function inheritRoles(
  own: ParsedRoles,
  ancestors: readonly ParsedRoles[],
): ResolvedRoles {
  const chain = [own, ...ancestors];
  const pagerDutyServiceIds = nearest(
    chain,
    roles => roles.pagerDutyServiceIds,
  );
  const primary = nearest(chain, roles => roles.primary);
  const deputy = nearest(chain, roles => roles.deputy);
  const pattern = nearest(chain, roles => roles.pattern);
  const tier = nearest(chain, roles => roles.tier);
  const pagerDutyAccount = nearest(
    pagerDutyServiceIds.state === 'absent'
      ? chain
      : chain.slice(
          chain.findIndex(r => r.entityRef === pagerDutyServiceIds.from),
        ),
    roles => roles.pagerDutyAccount,
  );

  const runbooks = new Map<string, RunbookReference>();
  for (const { entityRef, runbooks: each } of chain) {
    for (const runbook of each) {
      // The same path means another file in another repository.
      const key = /^https?:/i.test(runbook.location)
        ? runbook.location
        : `${entityRef} ${runbook.location}`;
      if (!runbooks.has(key)) runbooks.set(key, runbook);
    }
  }

  return {
    entityRef: own.entityRef,
    primary,
    deputy,
    pattern,
    tier,
    pagerDutyServiceIds,
    pagerDutyAccount,
    boundary: own.boundary,
    sliSelector: own.sliSelector,
    runbooks: [...runbooks.values()],
    slos: own.slos,
    problems: worstFirst([
      ...own.problems,
      ...inheritedProblems(ancestors, [
        [ANNOTATION_PRIMARY, primary],
        [ANNOTATION_DEPUTY, deputy],
        [ANNOTATION_PATTERN, pattern],
        [ANNOTATION_TIER, tier],
        [ANNOTATION_PAGERDUTY_SERVICE_ID, pagerDutyServiceIds],
        [ANNOTATION_PAGERDUTY_ACCOUNT, pagerDutyAccount],
      ]),
    ]),
  };
}

function nearest<T>(
  chain: readonly ParsedRoles[],
  pick: (roles: ParsedRoles) => Declared<T>,
): Resolved<T> {
  for (const roles of chain) {
    const declared = pick(roles);
    if (declared.state !== 'absent') {
      return { ...declared, from: roles.entityRef };
    }
  }
  return { state: 'absent' };
}

function inheritedProblems(
  ancestors: readonly ParsedRoles[],
  resolved: ReadonlyArray<[annotation: string, value: Resolved<unknown>]>,
): OwnershipProblem[] {
  return ancestors.flatMap(({ entityRef, problems }) => {
    const used = resolved
      .filter(
        ([, value]) => value.state !== 'absent' && value.from === entityRef,
      )
      .map(([annotation]) => annotation);
    return problems.filter(
      ({ params }) =>
        'annotation' in params && used.includes(params.annotation),
    );
  });
}
