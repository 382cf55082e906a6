import { useEntityQuery } from '../query';

/** The answer that the whole SLOs tab is made of. */
export function useSlos() {
  return useEntityQuery({
    key: ['slos'],
    read: (api, entity, options) => api.getSlos(entity, options),
  });
}
