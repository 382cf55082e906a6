import {
  indicatorUnit,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { formatAge, formatCount } from '../figures';
import type { T } from '../translation';
import { shownFigures } from './shownFigures';
import { windowName, windowPeriod } from './windowText';

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

/** The same of a figure of the SLO's own window, and of what period that is. */
export function ownExplanation(
  t: T,
  slo: SloStatus,
  definition: string,
  now: Date,
): string[] {
  const reading = shownFigures(slo);
  const period = windowPeriod(t, slo.window);
  return [
    ...explanation(t, {
      definition,
      window: windowName(t, slo.window),
      unit: indicatorUnit(slo.indicator),
      counts: reading.known ? reading.figures : undefined,
      asOf: asOfReading(slo),
      now,
    }),
    ...(period ? [period] : []),
  ];
}

/** When a reading was taken; absent before the first. */
export function asOfReading(slo: SloStatus): string | undefined {
  return 'asOf' in slo ? slo.asOf : undefined;
}
