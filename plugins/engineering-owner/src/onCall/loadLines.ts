import type {
  OnCallPeriod,
  TeamLoad,
} from '@engineering-owner/backstage-plugin-common';
import { formatAbsoluteTime, formatCount, formatShare } from '../figures';
import type { T } from '../translation';

/** Reasons that have words of their own. */
const REASONS = [
  'off_shift',
  'no_time_zone',
  'low_urgency',
  'quiet_channel',
  'repeated',
  'nobody_named',
  'impossible_times',
  'merged',
  'log_incomplete',
] as const;

/** What a figure of load means, of when it is, and what it leaves out. */
export function loadLines(
  t: T,
  name: 'pages' | 'sleep' | 'share' | 'backToBack' | 'noise',
  figure: {
    period: OnCallPeriod;
    excluded?: Partial<Record<string, number>>;
    reconstructedRatio?: number;
  },
  interruptions?: TeamLoad['interruptions'],
): string[] {
  const left: Partial<Record<string, number>> = {
    ...interruptions?.excluded,
    ...figure.excluded,
  };
  const list = REASONS.flatMap(reason => {
    const count = left[reason];
    return count
      ? t(`onCall.load.excluded.${reason}`, { n: formatCount(count) })
      : [];
  });
  return [
    t(`onCall.load.explain.${name}`),
    t('onCall.load.explain.period', {
      from: formatAbsoluteTime(figure.period.from),
      to: formatAbsoluteTime(figure.period.to),
    }),
    ...(interruptions ? [hoursLine(t, interruptions)] : []),
    ...(list.length > 0
      ? [t('onCall.load.explain.excluded', { list: list.join(', ') })]
      : []),
    ...(figure.reconstructedRatio
      ? [
          t('onCall.load.explain.reconstructed', {
            share: formatShare(figure.reconstructedRatio),
          }),
        ]
      : []),
    t(`onCall.load.explain.source.${name}`),
  ];
}

function hoursLine(t: T, { byHourClass }: TeamLoad['interruptions']): string {
  return t('onCall.load.explain.hours', {
    sleep: formatCount(byHourClass.sleep),
    off: formatCount(byHourClass.off_hours),
    business: formatCount(byHourClass.business),
    unknown: formatCount(byHourClass.unknown),
  });
}
