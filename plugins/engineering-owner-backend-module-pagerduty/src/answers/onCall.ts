import { OnCallShift } from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';
import { nameOf, optionalReference, reference, time } from './fields';

/** An on-call of `GET /oncalls`; permanent ones have neither schedule nor times. */
export const onCall: ZodType<OnCallShift> = z
  .object({
    escalation_policy: reference,
    escalation_level: z.int().min(1),
    user: reference,
    schedule: optionalReference,
    start: time.nullable(),
    end: time.nullable(),
  })
  .transform(row => ({
    policyId: row.escalation_policy.id,
    level: row.escalation_level,
    responderId: row.user.id,
    ...(row.schedule && {
      scheduleId: row.schedule.id,
      scheduleName: nameOf(row.schedule),
    }),
    start: row.start,
    end: row.end,
  }));
