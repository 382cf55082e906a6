import { z } from 'zod';
import { ApiError, invalidInput } from '../http/apiError';
import { Call, Endpoint } from '../http/endpoint';
import { openIncident } from '../incidents/openIncident';
import {
  incidentUpdateSchema,
  updateIncident,
} from '../incidents/updateIncident';
import { idOf } from '../history/randomness';
import { renderIncident } from '../resources/incident';
import { renderNotes } from '../resources/note';
import { PagerDutyState } from '../state';
import { wholeSecond } from '../time';
import { incidentOrNotFound } from './incidents';

const MAXIMUM_UPDATES = 250;

const reference = z.object({ id: z.string().min(1) });

const creation = z.object({
  incident: z.object({
    type: z.literal('incident'),
    title: z.string().trim().min(1),
    service: reference,
    urgency: z.enum(['high', 'low']).optional(),
    priority: reference.nullish(),
    incident_key: z.string().min(1).optional(),
    body: z.object({ details: z.unknown() }).nullish(),
    escalation_policy: reference.nullish(),
    assignments: z.array(z.object({ assignee: reference })).nullish(),
  }),
});

const note = z.object({
  note: z.object({ content: z.string().trim().min(1) }),
});

async function bodyOf<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await call.json());
  if (!parsed.success) {
    throw invalidInput(
      ...parsed.error.issues.map(
        issue => `${issue.path.join('.') || 'body'}: ${issue.message}`,
      ),
    );
  }
  return parsed.data;
}

/** The person named by the From header, whom a write needs. */
function writerOf(state: PagerDutyState, call: Call): string {
  const from = call.header('from');
  const user = state.account.users.find(
    ({ email }) => email.toLowerCase() === from?.toLowerCase(),
  );
  if (!user) {
    throw new ApiError(400, 2001, 'Invalid Input Provided', [
      from
        ? `From: "${from}" is not the e-mail address of a user of this account`
        : 'The From header is required',
    ]);
  }
  return user.id;
}

/** The writing half of `/incidents`. */
export function incidentWriteEndpoints(state: PagerDutyState): Endpoint[] {
  const scope = 'incidents.write';
  const rendered = (id: string) =>
    renderIncident(state, incidentOrNotFound(state, id));
  return [
    {
      method: 'post',
      path: '/incidents/:id/notes',
      scope,
      answer: async call => {
        const userId = writerOf(state, call);
        const { content } = (await bodyOf(call, note)).note;
        incidentOrNotFound(state, call.id);
        const incident = state.log.append({
          kind: 'annotate',
          id: idOf('R', state.nextKey()),
          incidentId: call.id,
          at: wholeSecond(call.now),
          agent: { type: 'user', id: userId },
          channel: 'note',
          note: content,
        });
        return { body: { note: renderNotes(state, incident)[0] } };
      },
    },
    {
      method: 'post',
      path: '/incidents',
      scope,
      answer: async call => {
        const userId = writerOf(state, call);
        const { incident } = await bodyOf(call, creation);
        const id = openIncident(state, {
          openedBy: userId,
          at: call.now,
          serviceId: incident.service.id,
          title: incident.title,
          urgency: incident.urgency ?? 'high',
          priorityId: incident.priority?.id ?? null,
          incidentKey: incident.incident_key,
          details:
            typeof incident.body?.details === 'string'
              ? incident.body.details
              : undefined,
          policyId: incident.escalation_policy?.id,
          assigneeIds: incident.assignments?.map(({ assignee }) => assignee.id),
        });
        return { status: 201, body: { incident: rendered(id) } };
      },
    },
    {
      method: 'put',
      path: '/incidents/:id',
      scope,
      answer: async call => {
        const userId = writerOf(state, call);
        const { incident } = await bodyOf(
          call,
          z.object({ incident: incidentUpdateSchema }),
        );
        const { id } = incidentOrNotFound(state, call.id).state;
        updateIncident(state, { ...incident, id, by: userId, at: call.now });
        return { body: { incident: rendered(id) } };
      },
    },
    {
      method: 'put',
      path: '/incidents',
      scope,
      answer: async call => {
        const userId = writerOf(state, call);
        const { incidents } = await bodyOf(
          call,
          z.object({
            incidents: z.array(
              incidentUpdateSchema.extend({ id: z.string().min(1) }),
            ),
          }),
        );
        if (incidents.length > MAXIMUM_UPDATES) {
          throw new ApiError(413, 2001, 'Request Entity Too Large', [
            `${incidents.length} incidents; at most ${MAXIMUM_UPDATES} at a time`,
          ]);
        }
        incidents.forEach(({ id }) => incidentOrNotFound(state, id));
        incidents.forEach(incident =>
          updateIncident(state, { ...incident, by: userId, at: call.now }),
        );
        return {
          body: {
            incidents: incidents.map(({ id }) => rendered(id)),
            limit: incidents.length,
            offset: 0,
            more: false,
            total: null,
          },
        };
      },
    },
  ];
}
