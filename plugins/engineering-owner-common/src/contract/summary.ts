import { z } from 'zod';
import { SummaryResponse } from '../summary/model';
import { incidentSchema, sectionSchema, turnSchema } from './onCall';
import { roleHolderSchema } from './ownership';
import { instant, problemSchema, sourceRefSchema } from './problem';
import { runbookStateSchema } from './runbooks';
import {
  alertPairSchema,
  budgetSchema,
  nowSchema,
  statusWindowSchema,
} from './slos';

/**
 * @public
 */
export const summaryResponseSchema: z.ZodType<SummaryResponse> = z.object({
  entityRef: z.string(),
  ownership: z.object({
    owner: roleHolderSchema.optional(),
    primary: roleHolderSchema.optional(),
    deputy: roleHolderSchema.optional(),
    worstProblem: problemSchema.optional(),
    problemCount: z.number(),
  }),
  onCall: z.object({
    section: sectionSchema,
    services: z.number(),
    named: z
      .array(z.object({ source: sourceRefSchema, id: z.string() }))
      .optional(),
    missingService: z.string().optional(),
    impaired: z
      .object({
        impairment: z.enum([
          'disabled',
          'without_policy',
          'policy_unknown',
          'in_maintenance',
          'status_unknown',
        ]),
        service: z.string(),
        n: z.number(),
      })
      .optional(),
    now: z.array(
      z.object({
        policy: z.string(),
        turns: z.array(turnSchema),
        covered: z.boolean(),
      }),
    ),
    openIncidents: z.number(),
    unacknowledged: z.number(),
    oldestUnacknowledgedAt: instant.optional(),
    worstIncident: incidentSchema
      .pick({
        id: true,
        title: true,
        url: true,
        source: true,
        urgency: true,
        status: true,
        createdAt: true,
        reopenedAt: true,
        acknowledgementLostAt: true,
      })
      .optional(),
    firingAlerts: z.number(),
    misconfiguredAlerts: z.string().optional(),
    silencedAlerts: z.number(),
    silencedUntil: instant.optional(),
    maintenanceUntil: instant.optional(),
    maintenanceElsewhere: z.array(sourceRefSchema).optional(),
  }),
  slos: z.object({
    asOf: instant.optional(),
    count: z.number(),
    problemCount: z.number(),
    worst: z
      .object({
        name: z.string(),
        title: z.string(),
        objective: z.number(),
        window: statusWindowSchema,
        state: z.enum([
          'invalid',
          'pending',
          'query_error',
          'stale',
          'no_data',
          'no_traffic',
          'partial',
          'low_traffic',
          'ok',
        ]),
        coverage: z.number().optional(),
        budget: budgetSchema,
        alerts: z.array(alertPairSchema),
        now: nowSchema,
      })
      .optional(),
  }),
  runbooks: z.object({
    asOf: instant.optional(),
    count: z.number(),
    worst: z
      .object({
        id: z.string(),
        title: z.string(),
        state: runbookStateSchema,
      })
      .optional(),
    alertsWithoutRunbook: z.number(),
  }),
});
