import { z } from 'zod';
import { OwnershipResponse } from '../ownership/status';
import { policySchema, sectionSchema } from './onCall';
import { personSchema } from './person';
import { instant, problemSchema } from './problem';

export const roleHolderSchema = z.object({
  entityRef: z.string(),
  kind: z.enum(['user', 'group']),
  displayName: z.string().optional(),
  email: z.string().optional(),
  picture: z.string().optional(),
  exists: z.boolean(),
  inheritedFrom: z.string().optional(),
});

const ownOrInheritedSchema = z.object({
  value: z.string(),
  inheritedFrom: z.string().optional(),
});

/**
 * @public
 */
export const ownershipResponseSchema: z.ZodType<OwnershipResponse> = z.object({
  entityRef: z.string(),
  asOf: instant.optional(),
  owner: roleHolderSchema.optional(),
  primary: roleHolderSchema.optional(),
  deputy: roleHolderSchema.optional(),
  boundary: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.literal('url'), url: z.string() }),
    ])
    .optional(),
  pattern: ownOrInheritedSchema.optional(),
  tier: ownOrInheritedSchema.optional(),
  escalation: z.array(
    z.object({
      policy: policySchema,
      levels: z.array(
        z.object({ level: z.number(), people: z.array(personSchema) }),
      ),
    }),
  ),
  sections: z.object({ escalation: sectionSchema }),
  problems: z.array(problemSchema),
});
