import { useEntityQuery } from '../query';

/** The answer that the whole On-call tab is made of. */
export function useOnCall() {
  return useEntityQuery({
    key: ['on-call'],
    read: (api, entity, options) => api.getOnCall(entity, options),
    services: ({ services }) => services,
  });
}
