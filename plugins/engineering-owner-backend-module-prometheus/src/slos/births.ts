import { Sample } from '../client/PrometheusClient';
import { Matcher, narrowed, Selector } from '../promql/selector';
import { byEntity, deduplicated, GroupLabels, Leg, legLabel } from './legs';

/**
 * `increase` loses the first value of every series that is born: where pods
 * are replaced daily, up to a fifth of a month's bad events. In shorter
 * stretches the few events of one scrape would double what happened.
 */
const shortestSeconds = 900;

/** Series that were not there for so long before a stretch are born in it. */
const unseenFor = '1h';

/** Whether the group had any series in the hour before a stretch. */
const aliveLeg = 'alive_before';

/** Whether first values count in a stretch of this length. */
export function countsBirths(seconds: number): boolean {
  return seconds >= shortestSeconds;
}

/**
 * The first values of the series that were born in a window. Series that
 * differ only in one of the labels `without` are the same one.
 */
export function firstValues(
  selector: string,
  window: string,
  without: string[],
): string {
  const first = `min_over_time(${selector}[${window}])`;
  const before = lastBefore(selector, window);
  if (without.length === 0) {
    return `${first} unless ${before}`;
  }
  const labels = without.join(', ');
  return `min without (${labels}) (${first}) unless ${deduplicated(
    before,
    without,
  )}`;
}

/** Not empty if any of the series was there in the hour before a window. */
export function aliveBefore(selector: string, window: string): string {
  return `count(${lastBefore(selector, window)})`;
}

function lastBefore(selector: string, window: string): string {
  return `last_over_time(${selector}[${unseenFor}] offset ${window})`;
}

/** The first values that belong to a count, where the stretch is long enough. */
export function birthLegs(
  { name, selector }: { name: string; selector: string },
  seconds: number,
  { entityLabel, replicaLabels }: GroupLabels,
  spelledBy: string[] = [],
): Leg[] {
  const born = firstValues(selector, `${seconds}s`, [
    ...replicaLabels,
    ...spelledBy,
  ]);
  return countsBirths(seconds)
    ? [
        {
          name: bornLeg(name),
          expression: byEntity('sum', born, entityLabel),
        },
      ]
    : [];
}

/**
 * Asks whether the group of this total was there before a stretch. Where only
 * one entity is asked for, it stands for the group: to look at all the others
 * for one chart would cost more than the chart.
 */
export function aliveLegs(
  total: Selector,
  seconds: number,
  only: readonly Matcher[] = [],
): Leg[] {
  return countsBirths(seconds)
    ? [
        {
          name: aliveLeg,
          expression: aliveBefore(narrowed(total, only), `${seconds}s`),
        },
      ]
    : [];
}

/** Whether the answer says that the group had samples in the hour before. */
export function wasAlive(samples: Sample[]): boolean {
  return samples.some(({ labels }) => labels[legLabel] === aliveLeg);
}

/**
 * One entity's counts, each with what it was born with. After a gap in the
 * scrapes every series looks born, and its first value is all that it ever
 * counted. So nothing is added when the whole group was not there before, or
 * when an entity was born with more than it counted since; and to no part of
 * a total that is distrusted itself.
 */
export function withBirths(
  answered: ReadonlyMap<string, number>,
  alive: boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  const counted = answered.get('total');
  const credible = (born: number | undefined): born is number =>
    counted !== undefined && born !== undefined && born >= 0 && born <= counted;
  const ofTotal = answered.get(bornLeg('total'));
  const trusted = alive && (ofTotal === undefined || credible(ofTotal));
  for (const [leg, value] of answered) {
    const name = countOf(leg);
    if (name === undefined) {
      counts.set(leg, value + (counts.get(leg) ?? 0));
    } else if (trusted && credible(value)) {
      counts.set(name, value + (counts.get(name) ?? 0));
    }
  }
  return counts;
}

const suffix = '_born';

/** The leg of what a count's series were born with. */
export function bornLeg(name: string): string {
  return `${name}${suffix}`;
}

function countOf(leg: string): string | undefined {
  return leg.endsWith(suffix) ? leg.slice(0, -suffix.length) : undefined;
}
