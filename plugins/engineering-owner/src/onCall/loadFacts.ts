import type { OnCallPeriod } from '@engineering-owner/backstage-plugin-common';
import { formatDayTime, formatShare } from '../figures';
import type { T } from '../translation';

/** Only a part of the period is known. */
export function partial(
  t: T,
  known: { period: OnCallPeriod; partial?: boolean },
) {
  return (
    known.partial &&
    t('onCall.load.partial', {
      from: formatDayTime(known.period.from, 'local'),
      to: formatDayTime(known.period.to, 'local'),
    })
  );
}

/** How much of it was not observed. */
export function reconstructed(
  t: T,
  { reconstructedRatio = 0 }: { reconstructedRatio?: number },
) {
  return (
    reconstructedRatio > 0 &&
    t('onCall.load.reconstructed', { share: formatShare(reconstructedRatio) })
  );
}
