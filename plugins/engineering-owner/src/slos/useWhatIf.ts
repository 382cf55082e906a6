import type { WhatIfTarget } from '../api';
import { useEntityQuery } from '../query';

/** The ledger it is judged by grows by the hour. */
const REFRESH_EVERY = 5 * 60 * 1000;

/** What another target or window would say; the last answer while it is asked. */
export function useWhatIf(slo: string, target: WhatIfTarget) {
  const { objective, window } = target;
  return useEntityQuery({
    key: ['slos', slo, 'what-if', String(objective ?? ''), window ?? ''],
    read: (api, entity, options) =>
      api.getSloWhatIf(entity, slo, target, options),
    refreshEvery: REFRESH_EVERY,
    keepPrevious: true,
  });
}
