import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { useIncidentAction } from './useIncidentAction';

/** What can be done to an incident that is open. */
export type IncidentChange =
  | { kind: 'acknowledge' }
  | { kind: 'resolve'; note?: string }
  | { kind: 'annotate'; content: string };

/** Acknowledges, resolves or annotates an incident, one thing at a time. */
export function useIncidentChange({
  id,
  source,
}: Pick<IncidentStatus, 'id' | 'source'>) {
  return useIncidentAction<IncidentChange>({
    subject: `${source.type} ${source.name} ${id}`,
    act: (api, entity, change) => {
      switch (change.kind) {
        case 'acknowledge':
          return api.acknowledgeIncident(entity, id);
        case 'resolve':
          return api.resolveIncident(entity, id, { note: change.note });
        default:
          return api.addIncidentNote(entity, id, { content: change.content });
      }
    },
  });
}
