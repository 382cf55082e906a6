import { useEntityQuery } from '../query';
import { historyRange, type RangeChoice, refreshEvery } from './historyRange';

/**
 * The history of one SLO over one range: one request for each opened chart, the
 * burn-down and the errors being of one.
 */
export function useSloHistory(
  slo: string,
  range: RangeChoice,
  options: { latency?: boolean } = {},
) {
  const latency = options.latency ?? false;
  return useEntityQuery({
    key: ['slos', slo, latency ? 'latency' : 'history', range.name],
    read: (api, entity, readOptions) =>
      api.getSloHistory(
        entity,
        slo,
        { ...historyRange(range, new Date()), ...(latency && { latency }) },
        readOptions,
      ),
    refreshEvery: refreshEvery(range),
  });
}
