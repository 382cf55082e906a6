import {
  JudgedSlo,
  SloTone,
  SloVerdict,
  sloVerdict,
  sloVerdictCodes,
} from './sloVerdict';

/** What is unknown comes before all that is fine, whatever its verdict. */
const tones: Record<SloTone, number> = {
  act_now: 0,
  look_today: 1,
  unknown: 1,
  fine: 2,
};

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
  return verdictRank(sloVerdict(slo));
}

/**
 * Where a verdict stands among all, the worst at 0. A number to sort stored
 * verdicts by.
 *
 * @public
 */
export function verdictRank({
  tone,
  code,
}: Pick<SloVerdict, 'tone' | 'code'>): number {
  return tones[tone] * sloVerdictCodes.length + sloVerdictCodes.indexOf(code);
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
