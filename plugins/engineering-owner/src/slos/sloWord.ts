import type { SloVerdict } from '@engineering-owner/backstage-plugin-common';
import { formatCount, formatShare, formatTime } from '../figures';
import type { T } from '../translation';
import { isRead } from './isRead';
import { stateBefore } from './stateBefore';

/** The state of an SLO in a word or two, for the list and the card. */
export function sloWord(t: T, { code, params }: SloVerdict, now: Date): string {
  switch (code) {
    case 'no_data':
      return params.since
        ? t(`slos.word.no_data_${params.wasFiring ? 'page_firing' : 'since'}`, {
            since: formatTime(params.since, now),
          })
        : t('slos.word.no_data');
    case 'stale':
      return params.since
        ? t(`slos.word.stale_${stateBefore(params) ?? 'since'}`, {
            since: formatTime(params.since, now),
          })
        : t('slos.word.stale');
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
