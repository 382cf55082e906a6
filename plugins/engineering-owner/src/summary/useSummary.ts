import { useEntityQuery } from '../query';

/** The one answer that all overview cards of a page share. */
export function useSummary() {
  return useEntityQuery({
    key: ['summary'],
    read: (api, entity, options) => api.getSummary(entity, options),
    services: ({ onCall }) => onCall.named,
  });
}
