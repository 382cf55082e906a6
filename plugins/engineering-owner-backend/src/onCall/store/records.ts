import {
  EscalationPolicy,
  Incident,
  IncidentEvent,
  OnCallService,
  Responder,
} from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';

const urgency = z.enum(['high', 'low']);

/** A service as stored. */
export const serviceRecord: ZodType<OnCallService> = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().optional(),
  status: z.enum([
    'active',
    'warning',
    'critical',
    'maintenance',
    'disabled',
    'unknown',
  ]),
  escalationPolicyId: z.string().optional(),
  teamIds: z.array(z.string()),
});

/** An escalation policy as stored. */
export const policyRecord: ZodType<EscalationPolicy> = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().optional(),
  repeats: z.number(),
  levels: z.array(
    z.object({
      level: z.number(),
      delayMinutes: z.number(),
      targets: z.array(
        z.object({
          type: z.enum(['schedule', 'responder']),
          id: z.string(),
          name: z.string(),
        }),
      ),
    }),
  ),
});

/** A responder as stored. */
export const responderRecord: ZodType<Responder> = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  timeZone: z.string().optional(),
  url: z.string().optional(),
});

/** An incident as stored. */
export const incidentRecord: ZodType<Incident> = z.object({
  id: z.string(),
  number: z.number().optional(),
  title: z.string(),
  url: z.string().optional(),
  serviceId: z.string(),
  policyId: z.string().optional(),
  urgency,
  priority: z.string().optional(),
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  createdAt: z.string(),
  resolvedAt: z.string().optional(),
  mergedInto: z.string().optional(),
  assignees: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** An entry of an incident's log as stored. */
export const eventRecord: ZodType<IncidentEvent> = z.object({
  id: z.string(),
  incidentId: z.string(),
  at: z.string(),
  kind: z.enum([
    'trigger',
    'acknowledge',
    'unacknowledge',
    'escalate',
    'assign',
    'delegate',
    'notify',
    'snooze',
    'urgency_change',
    'priority_change',
    'annotate',
    'resolve',
    'reopen',
    'other',
  ]),
  agent: z.object({
    type: z.enum(['user', 'service', 'integration', 'other']),
    id: z.string().optional(),
    name: z.string().optional(),
  }),
  channel: z.string().optional(),
  responderIds: z.array(z.string()).optional(),
  urgency: urgency.optional(),
  priority: z.string().nullable().optional(),
});
