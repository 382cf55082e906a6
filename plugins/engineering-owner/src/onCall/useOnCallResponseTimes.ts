import { useEntityQuery } from '../query';

const TEN_MINUTES_MS = 600_000;

/** Response times of twelve weeks, by the reader's clock; read when opened. */
export function useOnCallResponseTimes() {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return useEntityQuery({
    key: ['on-call', 'response-times', timeZone],
    read: (api, entity, options) =>
      api.getOnCallResponseTimes(entity, timeZone, options),
    refreshEvery: TEN_MINUTES_MS,
  });
}
