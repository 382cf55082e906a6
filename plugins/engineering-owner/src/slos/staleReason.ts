import {
  type SloStatus,
  sloVerdict,
} from '@engineering-owner/backstage-plugin-common';
import { formatTime } from '../figures';
import type { T } from '../translation';

/** Why what is shown is older than it should be, if any of it is. */
export function staleReason(
  t: T,
  slos: readonly SloStatus[],
  now: Date,
): string | undefined {
  const silent = slos.map(sloVerdict).filter(({ code }) => code === 'stale');
  const [first] = silent;
  if (!first) {
    return undefined;
  }
  const lastError = silent.find(({ params }) => params.lastError);
  return (
    lastError?.params.lastError ??
    t('slos.state.now_stale', {
      since: first.params.since ? formatTime(first.params.since, now) : '',
    })
  );
}
