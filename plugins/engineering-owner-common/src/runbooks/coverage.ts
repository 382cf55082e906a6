/**
 * An alert or alerting rule, with the runbook it names itself.
 *
 * @public
 */
export interface CoverableAlert {
  name: string;
  /** Normalised location of its `runbook_url`, when that is an address. */
  location?: string;
}

/**
 * @public
 */
export interface CoveringRunbook {
  id: string;
  location: string;
  /** As its front matter says. */
  alerts: readonly string[];
  /** Its text can be shown. */
  readable: boolean;
}

/**
 * The runbook to open for an alert: the one the alert names, otherwise the
 * first one that names the alert. One that can be read goes before one that is
 * only an address, since somebody has been woken up.
 *
 * @public
 */
export function runbookForAlert<T extends CoveringRunbook>(
  alert: CoverableAlert,
  runbooks: readonly T[],
): T | undefined {
  const covering = [
    ...runbooks.filter(({ location }) => location === alert.location),
    ...runbooks.filter(({ alerts }) => alerts.includes(alert.name)),
  ];
  return covering.find(({ readable }) => readable) ?? covering.at(0);
}

/**
 * Coverage both ways, between an entity's alerting rules and its runbooks.
 *
 * @public
 */
export interface RunbookCoverage {
  /** Rules that name no runbook and that no runbook names; sorted. */
  alertsWithoutRunbook: string[];
  /** Ids of runbooks that no rule needs. */
  runbooksWithoutAlert: string[];
}

/**
 * @public
 */
export function coverRunbooks(
  rules: readonly CoverableAlert[],
  runbooks: readonly CoveringRunbook[],
): RunbookCoverage {
  const needed = new Set<string>();
  const uncovered = new Set<string>();
  for (const rule of rules) {
    const covering = runbooks.filter(
      ({ location, alerts }) =>
        location === rule.location || alerts.includes(rule.name),
    );
    covering.forEach(({ id }) => needed.add(id));
    // A rule may name a page that is no runbook of the entity's; it has one.
    if (covering.length === 0 && rule.location === undefined) {
      uncovered.add(rule.name);
    }
  }
  return {
    alertsWithoutRunbook: [...uncovered].sort(),
    runbooksWithoutAlert: runbooks
      .map(({ id }) => id)
      .filter(id => !needed.has(id)),
  };
}
