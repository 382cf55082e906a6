import { z } from 'zod';
import { AlertStatus } from '../alerts/model';
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
  runbookUrl: z.string().optional(),
  runbookId: z.string().optional(),
});
