import { z } from 'zod';
import { RunbooksResponse } from '../runbooks/model';
import { alertStatusSchema } from './alerts';
import { sectionSchema } from './onCall';
import { instant, problemSchema } from './problem';

export const runbookStateSchema = z.enum([
  'missing',
  'dead_link',
  'test_failed',
  'untested',
  'review_overdue',
  'owner_changed',
  'unchecked',
  'fresh',
]);

const originSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('annotation'),
    entityRef: z.string(),
    annotation: z.string(),
  }),
  z.object({
    kind: z.literal('link'),
    entityRef: z.string(),
    title: z.string().optional(),
  }),
  z.object({ kind: z.literal('alert_rule'), alert: z.string() }),
]);

/**
 * @public
 */
export const runbooksResponseSchema: z.ZodType<RunbooksResponse> = z.object({
  entityRef: z.string(),
  asOf: instant.optional(),
  runbooks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      url: z.string(),
      state: runbookStateSchema,
      origins: z.array(originSchema),
      alerts: z.array(z.string()),
      owner: z.string().optional(),
      severity: z.string().optional(),
      lastReviewedOn: z.iso.date().optional(),
      reviewDueOn: z.iso.date().optional(),
      lastTestedOn: z.iso.date().optional(),
      testDueOn: z.iso.date().optional(),
      automation: z
        .array(z.object({ title: z.string(), url: z.string() }))
        .optional(),
      content: z.string().optional(),
      problems: z.array(problemSchema),
    }),
  ),
  firing: z.array(alertStatusSchema),
  alertsWithoutRunbook: z.array(z.string()),
  sections: z.object({ alerts: sectionSchema }),
  problems: z.array(problemSchema),
});
