import { useEntityQuery } from '../query';

/** The answer that the whole Runbooks tab is made of. */
export function useRunbooks() {
  return useEntityQuery({
    key: ['runbooks'],
    read: (api, entity, options) => api.getRunbooks(entity, options),
  });
}
