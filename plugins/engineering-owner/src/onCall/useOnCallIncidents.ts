import type { Urgency } from '@engineering-owner/backstage-plugin-common';
import { useEntityQuery } from '../query';

/** Resolved incidents, more of them than the tab's answer has. */
export function useOnCallIncidents(request: {
  urgency?: Urgency;
  limit: number;
}) {
  const { urgency = 'any', limit } = request;
  return useEntityQuery({
    key: ['on-call', 'incidents', urgency, `${limit}`],
    read: (api, entity, options) =>
      api.getOnCallIncidents(entity, request, options),
    // More of the same: what is shown stays until they are there.
    keepPrevious: true,
  });
}
