import type {
  BudgetExhaustion,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { formatDuration } from '../figures';
import type { T } from '../translation';

/** When the budget will be gone, in words. */
export function exhaustionText(
  t: T,
  exhaustion: BudgetExhaustion,
  window: SloStatus['window'],
): string {
  switch (exhaustion.kind) {
    case 'in':
      return t('slos.tile.in', {
        duration: formatDuration(exhaustion.seconds),
      });
    case 'unknown':
      return t('shared.unknown');
    case 'never':
      return window.type === 'calendar'
        ? t('slos.tile.neverThisPeriod')
        : t('slos.tile.never');
    default:
      return t('slos.tile.exhausted');
  }
}
