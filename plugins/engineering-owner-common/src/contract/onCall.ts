import { z } from 'zod';
import { MayAct } from '../onCall/actions';
import {
  CoverageStatus,
  OnCallIncidentsResponse,
  OnCallResponse,
} from '../onCall/status';
import { alertStatusSchema, entityMaintenanceSchema } from './alerts';
import { onCallLoadSchema } from './load';
import { personSchema } from './person';
import { instant, problemSchema, sourceRefSchema } from './problem';

export const turnSchema = z.object({
  person: personSchema,
  schedule: z.object({ id: z.string(), name: z.string() }).optional(),
  from: instant.nullable(),
  to: instant.nullable(),
});

const gap = z.object({ from: instant, to: instant });

const coverageSchema: z.ZodType<CoverageStatus> = z.object({
  period: gap.optional(),
  tone: z.enum(['act_now', 'look_today', 'fine', 'unknown']),
  nobody: z.array(gap),
  levelsWithoutPeople: z.array(z.number()),
  permanent: z.array(personSchema),
  levels: z.array(
    z.object({
      level: z.number(),
      turns: z.array(turnSchema),
      gaps: z.array(gap),
    }),
  ),
});

export const policySchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().optional(),
});

export const sectionSchema = z.object({
  asOf: instant.optional(),
  state: z.enum(['ok', 'stale', 'pending', 'not_configured']),
  problem: problemSchema.optional(),
});

const mayActSchema: z.ZodType<MayAct> = z.discriminatedUnion('act', [
  z.object({ act: z.literal(true) }),
  z.object({
    act: z.literal(false),
    reason: z.enum([
      'users_only',
      'permission',
      'undecided',
      'no_user',
      'no_email',
      'no_service',
      'read_only',
      'refused',
    ]),
  }),
]);

export const incidentSchema = z.object({
  id: z.string(),
  number: z.number().optional(),
  title: z.string(),
  url: z.string().optional(),
  source: sourceRefSchema,
  service: z.object({ id: z.string(), name: z.string() }),
  urgency: z.enum(['high', 'low']),
  priority: z.string().optional(),
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  createdAt: instant,
  acknowledgedAt: instant.optional(),
  acknowledgedBy: personSchema.optional(),
  resolvedAt: instant.optional(),
  reopenedAt: instant.optional(),
  acknowledgementLostAt: instant.optional(),
  acknowledgedAfterSeconds: z.number().optional(),
  resolvedAfterSeconds: z.number().optional(),
  unacknowledged: z
    .enum([
      'not_yet_acknowledged',
      'never_acknowledged',
      'acknowledged_by_machine',
      'acknowledged_by_creator',
      'log_incomplete',
      'impossible_times',
    ])
    .optional(),
  assignees: z.array(personSchema),
  may: mayActSchema.optional(),
});

const durationFiguresSchema = z.object({
  medianSeconds: z.number(),
  p90Seconds: z.number(),
  meanSeconds: z.number(),
});

export const responseTimesSchema = z.object({
  n: z.number(),
  figures: durationFiguresSchema.optional(),
  fewIncidents: z.boolean(),
  excluded: z.record(z.string(), z.number()),
  targetSeconds: z.number().optional(),
  withinTarget: z.object({ n: z.number(), of: z.number() }).optional(),
  autoResolved: z
    .object({ n: z.number(), figures: durationFiguresSchema.optional() })
    .optional(),
});

/**
 * @public
 */
export const onCallResponseSchema: z.ZodType<OnCallResponse> = z.object({
  entityRef: z.string(),
  asOf: instant.optional(),
  services: z.array(
    z.object({
      id: z.string(),
      source: sourceRefSchema,
      found: z.boolean(),
      name: z.string().optional(),
      url: z.string().optional(),
      status: z.string().optional(),
      withoutPolicy: z.boolean().optional(),
      inheritedFrom: z.string().optional(),
      entityRefs: z.array(z.string()).optional(),
    }),
  ),
  escalation: z.array(
    z.object({
      policy: policySchema,
      source: sourceRefSchema,
      serviceIds: z.array(z.string()),
      levels: z.array(
        z.object({
          level: z.number(),
          delayMinutes: z.number(),
          onCall: z.array(turnSchema),
          next: turnSchema.optional(),
          gaps: z.array(gap),
          coverage: z.enum([
            'covered',
            'permanent',
            'gaps',
            'empty',
            'unknown',
          ]),
        }),
      ),
      coverage: coverageSchema.optional(),
    }),
  ),
  incidents: z.object({
    open: z.array(incidentSchema),
    recent: z.array(incidentSchema),
    resolved: z.object({ high: z.number(), low: z.number() }).optional(),
  }),
  responseTimes: z.object({
    periodDays: z.number(),
    mtta: responseTimesSchema,
    mttr: responseTimesSchema,
  }),
  load: z.array(onCallLoadSchema).optional(),
  alerts: z.array(alertStatusSchema),
  maintenance: z.array(entityMaintenanceSchema).optional(),
  plannedMaintenance: z.array(entityMaintenanceSchema).optional(),
  sections: z.object({
    incidents: sectionSchema,
    escalation: sectionSchema,
    alerts: sectionSchema,
  }),
  portfolio: z
    .object({
      entities: z.number(),
      withoutService: z.object({
        n: z.number(),
        entityRefs: z.array(z.string()),
      }),
    })
    .optional(),
  shifts: z
    .array(
      z.object({
        source: sourceRefSchema,
        policy: policySchema,
        level: z.number(),
        schedule: z.object({ id: z.string(), name: z.string() }).optional(),
        from: instant.nullable(),
        to: instant.nullable(),
      }),
    )
    .optional(),
  may: mayActSchema.optional(),
  problems: z.array(problemSchema),
});

/**
 * @public
 */
export const onCallIncidentsResponseSchema: z.ZodType<OnCallIncidentsResponse> =
  z.object({
    entityRef: z.string(),
    period: gap,
    n: z.number(),
    incidents: z.array(incidentSchema),
  });
