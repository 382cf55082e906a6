import { z } from 'zod';
import { HandoverResponse } from '../onCall/status';
import { instant } from './problem';

/**
 * @public
 */
export const handoverResponseSchema: z.ZodType<HandoverResponse> = z.object({
  entityRef: z.string(),
  period: z.object({ from: instant, to: instant }),
  markdown: z.string(),
});
