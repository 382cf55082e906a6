import { instant } from '@engineering-owner/backstage-plugin-node/http';
import { z } from 'zod';
import { key } from './key';

/** A person's text; more of it would crowd out the alert it stands beside. */
const longestText = 500;
const text = z
  .string()
  .nullish()
  .transform(written => (written ?? '').slice(0, longestText));

const matcher = z.object({
  name: z.string().min(1),
  value: z.string(),
  isRegex: z.boolean(),
  // Servers before 0.22 know no other.
  isEqual: z.boolean().default(true),
});

/** A silence as the API tells it. */
export const silenceSchema = z.object({
  id: key,
  matchers: z.array(matcher).min(1),
  startsAt: instant,
  endsAt: instant,
  createdBy: text,
  comment: text,
  status: z.object({ state: z.enum(['active', 'pending', 'expired']) }),
});
