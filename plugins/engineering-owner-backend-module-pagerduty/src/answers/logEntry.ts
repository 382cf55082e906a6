import {
  IncidentAgent,
  IncidentEvent,
} from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';
import { changeset, fieldChange } from './fieldChange';
import { id, nameOf, optionalReference, reference, time } from './fields';

/** Both spellings of an acknowledgement stand in PagerDuty's own contract. */
const kinds: ReadonlyMap<string, IncidentEvent['kind']> = new Map([
  ['trigger_log_entry', 'trigger'],
  ['acknowledge_log_entry', 'acknowledge'],
  ['acknowledgement_log_entry', 'acknowledge'],
  ['unacknowledge_log_entry', 'unacknowledge'],
  ['escalate_log_entry', 'escalate'],
  ['repeat_escalation_path_log_entry', 'escalate'],
  ['assign_log_entry', 'assign'],
  ['delegate_log_entry', 'delegate'],
  ['notify_log_entry', 'notify'],
  ['snooze_log_entry', 'snooze'],
  ['urgency_change_log_entry', 'urgency_change'],
  ['annotate_log_entry', 'annotate'],
  ['resolve_log_entry', 'resolve'],
  ['reopen_log_entry', 'reopen'],
]);

/** Entries that say in a changeset what was changed. */
const changingTypes = [
  'field_value_change_log_entry',
  'urgency_change_log_entry',
];

const channel = z
  .object({
    type: z.string().nullish(),
    notification: z
      .object({ type: z.string().nullish(), user: optionalReference })
      .nullish()
      .catch(undefined),
    changeset,
  })
  .nullish()
  .catch(undefined);

/** An entry of `GET /log_entries`. */
export const logEntry: ZodType<IncidentEvent> = z
  .object({
    id,
    type: z.string(),
    created_at: time,
    agent: optionalReference.catch(undefined),
    channel,
    incident: reference,
    user: optionalReference.catch(undefined),
    assignees: z.array(reference).nullish().catch(undefined),
  })
  .transform((row): IncidentEvent => {
    const medium = row.channel?.notification?.type?.replace(
      /_notification$/,
      '',
    );
    const by = medium || row.channel?.type;
    const notified = row.user ?? row.channel?.notification?.user;
    const responders = row.assignees ?? (notified ? [notified] : []);
    return {
      id: row.id,
      incidentId: row.incident.id,
      at: row.created_at,
      kind: kinds.get(row.type) ?? 'other',
      ...(changingTypes.includes(row.type) &&
        fieldChange(row.channel?.changeset)),
      agent: agentOf(row.agent),
      ...(by && { channel: by }),
      ...(responders.length > 0 && {
        responderIds: responders.map(responder => responder.id),
      }),
    };
  });

/** `user_reference`, `service_reference`, `generic_email_inbound_integration_reference` … */
function agentOf(agent: z.output<typeof optionalReference>): IncidentAgent {
  if (!agent) {
    return { type: 'other' };
  }
  const named = { id: agent.id, name: nameOf(agent) };
  if (agent.type.startsWith('user')) {
    return { type: 'user', ...named };
  }
  if (agent.type.startsWith('service')) {
    return { type: 'service', ...named };
  }
  return {
    type: agent.type.includes('integration') ? 'integration' : 'other',
    ...named,
  };
}
