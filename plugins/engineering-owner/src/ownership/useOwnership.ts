import { useEntityQuery } from '../query';

/** The answer that the whole Owner tab is made of. */
export function useOwnership() {
  return useEntityQuery({
    key: ['ownership'],
    read: (api, entity, options) => api.getOwnership(entity, options),
  });
}
