import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  acknowledgeIncidentRequestSchema,
  addNoteRequestSchema,
  IncidentActionResponse,
  resolveIncidentRequestSchema,
  triggerIncidentRequestSchema,
} from '@engineering-owner/backstage-plugin-common';
import { ZodType } from 'zod';
import { Domain } from '../../Domain';
import { DomainContext } from '../../DomainContext';
import { describeFailure } from '../../ingest/describeFailure';
import { EntityRoute } from '../../router/EntityRoute';
import { OnCallAnswers } from '../OnCallAnswers';
import { ActingRequest } from './ActingCaller';
import { actionAnswer } from './actionAnswer';
import { ActionGate } from './ActionGate';
import { IncidentActions } from './IncidentActions';

/** Characters of what somebody wrote in the audit log. */
const mostAudited = 200;

/**
 * `POST …/incidents` and `…/incidents/{id}/acknowledge | resolve | notes`: for
 * users who hold `engineering-owner.incident.act` for the entity; bounded, and
 * written to the audit log.
 */
export function createIncidentActionsDomain(
  {
    auditor,
    clock,
    httpAuth,
    logger,
  }: DomainContext & { auditor: AuditorService },
  { answers }: { answers: OnCallAnswers },
): Domain {
  const actions = new IncidentActions(answers);
  const gate = new ActionGate({ clock });

  /** A route that checks what was sent, and writes down what came of it. */
  function route<T extends object>(action: {
    path: string;
    eventId: string;
    body: ZodType<T>;
    /** Of what was sent, what an auditor has to know. */
    audited(body: T): JsonObject;
    act(
      request: ActingRequest,
      body: T,
      incidentId: string,
    ): Promise<IncidentActionResponse>;
  }): EntityRoute {
    return {
      method: 'post',
      path: `/incidents${action.path}`,
      async answer(asked) {
        const { entityRef, request } = asked;
        const credentials = await httpAuth.credentials(request, {
          allow: ['user'],
        });
        const body = readBody(action.body, request.body);
        const { incidentId } = request.params;
        const event = await auditor.createEvent({
          eventId: action.eventId,
          severityLevel: 'medium',
          request,
          meta: {
            entityRef,
            ...(incidentId && { incidentId: excerpt(incidentId) }),
            ...action.audited(body),
          },
        });
        let answer: IncidentActionResponse;
        try {
          answer = await gate.run(credentials.principal.userEntityRef, () =>
            action.act({ ...asked, credentials }, body, incidentId),
          );
        } catch (error) {
          const told = actionAnswer(error);
          await event.fail({
            error: told instanceof Error ? told : new Error(String(told)),
          });
          throw told;
        }
        const { incident, confirmed } = answer;
        try {
          await event.success({
            meta: {
              incidentId: incident.id,
              source: `${incident.source.type}:${incident.source.name}`,
              status: incident.status,
              confirmed,
            },
          });
        } catch (error) {
          // It is done, and whoever was told otherwise would do it again.
          logger.error(
            `${action.eventId} of ${incident.id} by ${
              credentials.principal.userEntityRef
            } was done and is not in the audit log: ${describeFailure(error)}`,
          );
        }
        return answer;
      },
    };
  }

  return {
    entityRoutes: [
      {
        method: 'get',
        path: '/incidents/priorities',
        async answer(asked) {
          const credentials = await httpAuth.credentials(asked.request, {
            allow: ['user'],
          });
          return gate.run(credentials.principal.userEntityRef, () =>
            actions.priorities({ ...asked, credentials }),
          );
        },
      },
      route({
        path: '',
        eventId: 'incident-trigger',
        body: triggerIncidentRequestSchema,
        audited: ({ serviceId, title, urgency = 'high', priority }) => ({
          title: excerpt(title),
          urgency,
          ...(serviceId && { serviceId }),
          ...(priority && { priority }),
        }),
        act: (request, body) => actions.trigger(request, body),
      }),
      route({
        path: '/:incidentId/acknowledge',
        eventId: 'incident-acknowledge',
        body: acknowledgeIncidentRequestSchema,
        audited: () => ({}),
        act: (request, _, incidentId) =>
          actions.change(request, incidentId, {
            kind: 'acknowledge',
            // It would be reopened.
            afterResolve: false,
            apply: (on, change, options) => on.acknowledge(change, options),
          }),
      }),
      route({
        path: '/:incidentId/resolve',
        eventId: 'incident-resolve',
        body: resolveIncidentRequestSchema,
        audited: ({ note }) => (note === undefined ? {} : noteOf(note)),
        act: (request, { note }, incidentId) =>
          actions.change(request, incidentId, {
            kind: 'resolve',
            afterResolve: false,
            apply: (on, change, options) =>
              on.resolve({ ...change, note }, options),
          }),
      }),
      route({
        path: '/:incidentId/notes',
        eventId: 'incident-note',
        body: addNoteRequestSchema,
        audited: ({ content }) => noteOf(content),
        act: (request, { content }, incidentId) =>
          actions.change(request, incidentId, {
            kind: 'annotate',
            afterResolve: true,
            apply: (on, change, options) =>
              on.addNote({ ...change, content }, options),
          }),
      }),
    ],
  };
}

function readBody<T>(schema: ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      path.length > 0
        ? `"${path.join('.')}" is not usable; expected ${message}`
        : `The body is not usable: ${message}`,
    );
  }
  return parsed.data;
}

function noteOf(text: string): JsonObject {
  return { note: excerpt(text), noteLength: text.length };
}

function excerpt(text: string): string {
  return text.slice(0, mostAudited);
}
