import { z } from 'zod';
import {
  AddNoteRequest,
  IncidentActionResponse,
  IncidentPrioritiesResponse,
  ResolveIncidentRequest,
  TriggerIncidentRequest,
} from '../onCall/actions';
import { incidentSchema } from './onCall';
import { problemSchema, sourceRefSchema } from './problem';

/** The lengths are ours: enough to tell people, too little to store data. */
const line = (most: number) =>
  z
    .string(`a text of 1 to ${most} characters`)
    .trim()
    .min(1, `a text of 1 to ${most} characters`)
    .max(most, `a text of 1 to ${most} characters`)
    .regex(/^\P{Cc}*$/u, 'a text of one line');

const text = (most: number) =>
  z
    .string(`a text of 1 to ${most} characters`)
    .trim()
    .min(1, `a text of 1 to ${most} characters`)
    .max(most, `a text of 1 to ${most} characters`);

/**
 * @public
 */
export const triggerIncidentRequestSchema: z.ZodType<TriggerIncidentRequest> =
  z.strictObject({
    serviceId: line(100).optional(),
    title: line(255),
    details: text(5_000).optional(),
    urgency: z.enum(['high', 'low'], 'high or low').optional(),
    priority: line(100).optional(),
    requestId: z.uuid('a UUID').optional(),
  });

/**
 * The body of an acknowledgement: nothing is to be said.
 *
 * @public
 */
export const acknowledgeIncidentRequestSchema = z.strictObject({});

/**
 * @public
 */
export const resolveIncidentRequestSchema: z.ZodType<ResolveIncidentRequest> =
  z.strictObject({ note: text(5_000).optional() });

/**
 * @public
 */
export const addNoteRequestSchema: z.ZodType<AddNoteRequest> = z.strictObject({
  content: text(5_000),
});

/**
 * @public
 */
export const incidentActionResponseSchema: z.ZodType<IncidentActionResponse> =
  z.object({
    entityRef: z.string(),
    incident: incidentSchema,
    confirmed: z.boolean(),
  });

/**
 * @public
 */
export const incidentPrioritiesResponseSchema: z.ZodType<IncidentPrioritiesResponse> =
  z.object({
    entityRef: z.string(),
    priorities: z.array(
      z.object({
        source: sourceRefSchema,
        names: z.array(z.string()),
        problem: problemSchema.optional(),
      }),
    ),
  });
