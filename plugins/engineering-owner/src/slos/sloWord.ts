import type { SloVerdict } from '@engineering-owner/backstage-plugin-common';
import { formatCount, formatShare, formatTime } from '../figures';
import type { T } from '../translation';
import { isRead } from './isRead';

/** The state of an SLO in a word or two, for the list and the card. */
export function sloWord(t: T, { code, params }: SloVerdict, now: Date): string {
  switch (code) {
    case 'no_data':
    case 'stale':
      return params.since
        ? t(`slos.word.${code}_since`, { since: formatTime(params.since, now) })
        : t(`slos.word.${code}`);
    case 'held':
      return t('slos.word.held', {
        bad: formatCount(params.bad ?? 0),
        minimumBad: formatCount(params.minimumBad ?? 0),
      });
    case 'partial':
      if (isRead(params.coverage)) {
        return t('slos.word.partial_young');
      }
      return t('slos.word.partial', {
        coverage: formatShare(params.coverage ?? 0),
      });
    default:
      return t(`slos.word.${code}`);
  }
}
