import { z } from 'zod';

export const personSchema = z.object({
  responderId: z.string(),
  name: z.string(),
  entityRef: z.string().optional(),
  url: z.string().optional(),
  timeZone: z.string().optional(),
});
