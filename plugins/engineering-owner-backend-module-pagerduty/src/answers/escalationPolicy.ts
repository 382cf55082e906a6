import { EscalationPolicy } from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';
import { id, nameOf, reference, webAddress } from './fields';

/** A policy of `GET /escalation_policies`; its rules are the levels, in order. */
export const escalationPolicy: ZodType<EscalationPolicy> = z
  .object({
    id,
    name: z.string(),
    html_url: webAddress,
    num_loops: z.int().min(0).nullish(),
    escalation_rules: z.array(
      z.object({
        escalation_delay_in_minutes: z.number().min(0),
        targets: z.array(reference).nullish(),
      }),
    ),
  })
  .transform(row => ({
    id: row.id,
    name: row.name,
    ...(row.html_url && { url: row.html_url }),
    repeats: row.num_loops ?? 0,
    levels: row.escalation_rules.map((rule, index) => ({
      level: index + 1,
      delayMinutes: rule.escalation_delay_in_minutes,
      targets: (rule.targets ?? []).map(target => ({
        // `schedule_reference`, `schedule_v3_reference`, `user_reference`
        type: target.type.startsWith('schedule')
          ? ('schedule' as const)
          : ('responder' as const),
        id: target.id,
        name: nameOf(target),
      })),
    })),
  }));
