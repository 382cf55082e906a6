import { JudgedSlo, sloVerdict, sloVerdictCodes } from './sloVerdict';

/**
 * Orders SLOs worst first: by verdict, then by budget left, then by name.
 *
 * @public
 */
export function compareSlos(
  a: JudgedSlo & { name: string },
  b: JudgedSlo & { name: string },
): number {
  return (
    rank(a) - rank(b) ||
    Math.sign(remaining(a) - remaining(b)) ||
    byName(a.name, b.name)
  );
}

function rank(slo: JudgedSlo): number {
  const { tone, code } = sloVerdict(slo);
  return (tone === 'act_now' ? 0 : 100) + sloVerdictCodes.indexOf(code);
}

/** Without a known budget, after those with one. */
function remaining(slo: JudgedSlo): number {
  return slo.budget.known ? slo.budget.remainingRatio : Number.MAX_VALUE;
}

function byName(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
