import { LoggedIncident } from '../incidents/incidentLog';
import { PagerDutyState } from '../state';
import { isoSeconds } from '../time';
import { userReference } from './reference';

/** The notes of an incident, newest first. */
export function renderNotes(state: PagerDutyState, incident: LoggedIncident) {
  return incident.events
    .flatMap(event =>
      event.kind === 'annotate'
        ? [
            {
              id: event.id,
              user:
                event.agent.type === 'user'
                  ? userReference(state.account, event.agent.id)
                  : {
                      id: event.agent.id,
                      type: 'bot_user_reference',
                      summary: 'Automation',
                    },
              channel: { summary: 'The PagerDuty website or APIs' },
              content: event.note,
              created_at: isoSeconds(event.at),
              updated_at: isoSeconds(event.at),
            },
          ]
        : [],
    )
    .reverse();
}
