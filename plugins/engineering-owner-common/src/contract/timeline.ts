import { z } from 'zod';
import { OnCallIncidentResponse } from '../onCall/status';
import { incidentSchema } from './onCall';
import { personSchema } from './person';
import { instant } from './problem';

const at = instant;
const by = z.object({
  type: z.enum(['user', 'service', 'integration', 'other']),
  id: z.string().optional(),
  name: z.string().optional(),
});
const to = z.array(z.string());
const urgency = z.enum(['high', 'low']).optional();
const fromIncident = z.literal(true).optional();
const count = z.number().optional();

const step = z.union([
  z.object({
    at,
    kind: z.literal('triggered'),
    by: by.optional(),
    urgency,
    fromIncident,
  }),
  z.object({
    at,
    kind: z.enum(['triggered_again', 'snoozed', 'noted', 'reopened']),
    by,
  }),
  z.object({
    at,
    kind: z.literal('notified'),
    until: instant,
    people: z.array(
      z.object({
        responderId: z.string().optional(),
        channels: z.array(z.string()),
        n: z.number(),
      }),
    ),
  }),
  z.object({
    at,
    kind: z.literal('acknowledged'),
    by,
    channel: z.string().optional(),
    first: z.boolean(),
  }),
  z.object({
    at,
    kind: z.literal('unacknowledged'),
    by,
    timeout: z.boolean(),
  }),
  z.object({
    at,
    kind: z.literal('escalated'),
    by,
    to,
    timeout: z.boolean(),
  }),
  z.object({
    at,
    kind: z.enum(['assigned', 'reassigned', 'delegated']),
    by,
    to,
  }),
  z.object({ at, kind: z.literal('urgency_changed'), by, urgency }),
  z.object({
    at,
    kind: z.literal('priority_changed'),
    by,
    priority: z.string().nullable().optional(),
  }),
  z.object({
    at,
    kind: z.literal('resolved'),
    by: by.optional(),
    automatic: z.boolean().optional(),
    mergedInto: z.string().optional(),
    fromIncident,
  }),
]);

/**
 * @public
 */
export const onCallIncidentResponseSchema: z.ZodType<OnCallIncidentResponse> =
  z.object({
    entityRef: z.string(),
    incident: incidentSchema,
    timeline: z.object({
      steps: z.array(step),
      excluded: z.object({ impossible_times: count, other_kind: count }),
    }),
    people: z.array(personSchema),
  });
