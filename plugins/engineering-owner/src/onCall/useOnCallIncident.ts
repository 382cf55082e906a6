import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { useEntityQuery } from '../query';

const HOUR_MS = 3_600_000;

/** What happened to an incident, read when it is opened; what is over stays as it is. */
export function useOnCallIncident({
  id,
  status,
}: Pick<IncidentStatus, 'id' | 'status'>) {
  return useEntityQuery({
    key: ['on-call', 'incident', id, status],
    read: (api, entity, options) => api.getOnCallIncident(entity, id, options),
    ...(status === 'resolved' && { refreshEvery: HOUR_MS }),
  });
}
