import type {
  SloQuery,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { windowKey } from '@engineering-owner/backstage-plugin-common';
import { formatAge, formatCount } from '../figures';
import type { T } from '../translation';

/** Definition, window, events and age of a figure, one sentence each. */
export function explanation(
  t: T,
  options: {
    definition: string;
    window: string;
    unit: 'events' | 'samples';
    counts?: { bad: number; total: number };
    asOf?: string;
    now: Date;
  },
): string[] {
  const { counts, unit, asOf, now } = options;
  return [
    options.definition,
    t('slos.explain.window', { window: options.window }),
    ...(counts
      ? [
          t(`slos.explain.${unit}`, {
            bad: formatCount(counts.bad),
            total: formatCount(counts.total),
          }),
        ]
      : []),
    ...(asOf ? [t('slos.explain.age', { age: formatAge(asOf, now) })] : []),
  ];
}

/** When a reading was taken; absent before the first. */
export function asOfReading(slo: SloStatus): string | undefined {
  return 'asOf' in slo ? slo.asOf : undefined;
}

/** The queries of the SLO's own window; all when none is of that window. */
export function ownQueries({ queries, window }: SloStatus): SloQuery[] {
  const own = queries.filter(query => query.window === windowKey(window));
  return own.length > 0 ? own : queries;
}
