import type { TriggerIncidentRequest } from '@engineering-owner/backstage-plugin-common';
import { useIncidentAction } from './useIncidentAction';

/** Opens an incident of the entity of the page. */
export function useTriggerIncident() {
  return useIncidentAction<
    { kind: 'trigger' } & { request: TriggerIncidentRequest }
  >({
    subject: 'trigger',
    act: (api, entity, { request }) => api.triggerIncident(entity, request),
  });
}
