import { useEntityQuery } from '../../query';

const TEN_MINUTES_MS = 600_000;

/** Which priorities the accounts have; they are asked, so only for a dialog. */
export function useIncidentPriorities() {
  return useEntityQuery({
    key: ['incident-priorities'],
    read: (api, entity, options) => api.getIncidentPriorities(entity, options),
    refreshEvery: TEN_MINUTES_MS,
  });
}
