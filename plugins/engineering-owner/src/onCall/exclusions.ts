import type { ResponseTimes } from '@engineering-owner/backstage-plugin-common';
import { formatCount, formatDuration } from '../figures';
import type { T } from '../translation';

/** Reasons that have words of their own; others are shown as they are. */
const REASONS = [
  'low_urgency',
  'merged',
  'auto_resolved',
  'not_yet_acknowledged',
  'never_acknowledged',
  'acknowledged_by_machine',
  'acknowledged_by_creator',
  'not_yet_resolved',
  'log_incomplete',
  'impossible_times',
] as const;

function reasonText(t: T, code: string): string {
  const known = REASONS.find(reason => reason === code);
  return known
    ? t(`onCall.response.reasons.${known}`)
    : t('onCall.response.otherReason', { reason: code });
}

/** What the figures leave out, in sentences. */
export function exclusionLines(
  t: T,
  times: Pick<ResponseTimes, 'excluded' | 'autoResolved'>,
): string[] {
  const list = Object.entries(times.excluded)
    .filter(([, count]) => count > 0)
    .map(([code, count]) =>
      t('onCall.response.excludedItem', {
        n: formatCount(count),
        reason: reasonText(t, code),
      }),
    );
  const auto = times.autoResolved;
  return [
    ...(list.length > 0
      ? [t('onCall.response.excluded', { list: list.join(', ') })]
      : []),
    ...(auto && auto.n > 0 ? [autoText(t, auto)] : []),
  ];
}

function autoText(
  t: T,
  { n, figures }: NonNullable<ResponseTimes['autoResolved']>,
): string {
  return figures
    ? t('onCall.response.auto', {
        n: formatCount(n),
        median: formatDuration(figures.medianSeconds),
      })
    : t('onCall.response.autoNone', { n: formatCount(n) });
}
