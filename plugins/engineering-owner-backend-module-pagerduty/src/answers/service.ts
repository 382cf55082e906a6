import { OnCallService } from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';
import { id, optionalReference, reference, webAddress } from './fields';

/** A service of `GET /services`. */
export const service: ZodType<OnCallService> = z
  .object({
    id,
    name: z.string(),
    html_url: webAddress,
    status: z
      .enum(['active', 'warning', 'critical', 'maintenance', 'disabled'])
      .or(z.unknown().transform(() => 'unknown' as const)),
    escalation_policy: optionalReference,
    teams: z.array(reference).nullish(),
  })
  .transform(row => ({
    id: row.id,
    name: row.name,
    ...(row.html_url && { url: row.html_url }),
    status: row.status,
    ...(row.escalation_policy && {
      escalationPolicyId: row.escalation_policy.id,
    }),
    teamIds: (row.teams ?? []).map(team => team.id),
  }));
