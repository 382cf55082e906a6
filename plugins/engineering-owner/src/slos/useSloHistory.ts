import { useEntityQuery } from '../query';
import { historyRange, type RangeChoice } from './historyRange';

/** The history grows by the hour; five minutes are often enough. */
const REFRESH_EVERY = 5 * 60 * 1000;

/** The history of one SLO over one range: the one request of an opened chart. */
export function useSloHistory(slo: string, range: RangeChoice) {
  return useEntityQuery({
    key: ['slos', slo, 'history', range.name],
    read: (api, entity, options) =>
      api.getSloHistory(entity, slo, historyRange(range, new Date()), options),
    refreshEvery: REFRESH_EVERY,
  });
}
