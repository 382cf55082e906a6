import { z } from 'zod';
import { AlertStatus, EntityMaintenance } from '../alerts/model';
import { instant, sourceRefSchema } from './problem';

export const alertStatusSchema: z.ZodType<AlertStatus> = z.object({
  source: sourceRefSchema,
  fingerprint: z.string(),
  name: z.string(),
  severity: z.string().optional(),
  summary: z.string().optional(),
  state: z.enum(['pending', 'firing']),
  since: instant,
  labels: z.record(z.string(), z.string()),
  value: z.string().optional(),
  suppression: z
    .object({
      silencedBy: z.array(
        z.object({
          id: z.string(),
          createdBy: z.string().optional(),
          endsAt: instant.optional(),
          comment: z.string().optional(),
          url: z.string().optional(),
        }),
      ),
      inhibited: z.boolean(),
      mutedBy: z.array(z.string()),
      until: instant.optional(),
    })
    .optional(),
  reportedBy: z.array(sourceRefSchema).optional(),
  runbookUrl: z.string().optional(),
  runbookId: z.string().optional(),
  entityRefs: z.array(z.string()).optional(),
});

export const entityMaintenanceSchema: z.ZodType<EntityMaintenance> = z.object({
  source: sourceRefSchema,
  elsewhere: z.array(sourceRefSchema).optional(),
  silenceId: z.string(),
  startsAt: instant,
  endsAt: instant,
  createdBy: z.string(),
  comment: z.string(),
  url: z.string().optional(),
});
