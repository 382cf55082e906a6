import { z } from 'zod';
import { OnCallLoad } from '../onCall/status';
import { personSchema } from './person';
import { instant, sourceRefSchema } from './problem';

const period = z.object({ from: instant, to: instant });
const tone = z.enum(['act_now', 'look_today', 'fine', 'unknown']);
const count = z.number().optional();

const pagesPerShift = z.object({
  period,
  partial: z.boolean().optional(),
  n: z.number(),
  shifts: z.number(),
  perShift: z.number().optional(),
  fewShifts: z.boolean(),
  excluded: z.object({ off_shift: count }),
  reconstructedRatio: z.number(),
  tone,
});

const sleepPages = z.object({
  period,
  partial: z.boolean().optional(),
  n: z.number(),
  of: z.number(),
  perWeek: z.number().optional(),
  excluded: z.object({ no_time_zone: count }),
  tone,
});

const backToBack = z.object({
  period,
  partial: z.boolean().optional(),
  n: z.number(),
  of: z.number(),
  reconstructedRatio: z.number(),
  tone,
});

/** What being on call costs the people of one account. */
export const onCallLoadSchema: z.ZodType<OnCallLoad> = z.object({
  source: sourceRefSchema,
  policies: z.array(z.object({ id: z.string(), name: z.string() })),
  team: z.object({
    period,
    interruptions: z.object({
      period,
      n: z.number(),
      byHourClass: z.object({
        sleep: z.number(),
        off_hours: z.number(),
        business: z.number(),
        unknown: z.number(),
      }),
      excluded: z.object({
        low_urgency: count,
        quiet_channel: count,
        repeated: count,
        nobody_named: count,
        impossible_times: count,
      }),
    }),
    pagesPerShift,
    sleepPages,
    onCallShare: z.object({
      period,
      partial: z.boolean().optional(),
      n: z.number(),
      highestRatio: z.number().optional(),
      meanRatio: z.number().optional(),
      over: z.number(),
      permanent: z.number(),
      reconstructedRatio: z.number(),
      tone,
    }),
    backToBack,
    noise: z.object({
      period,
      partial: z.boolean().optional(),
      n: z.number(),
      of: z.number(),
      ratio: z.number().optional(),
      fewIncidents: z.boolean(),
      excluded: z.object({
        merged: count,
        log_incomplete: count,
        impossible_times: count,
      }),
      tone,
    }),
  }),
  persons: z
    .array(
      z.object({
        person: personSchema,
        responderId: z.string(),
        pagesPerShift,
        sleepPages,
        onCallShare: z.object({
          period,
          partial: z.boolean().optional(),
          n: z.number(),
          seconds: z.number(),
          ratio: z.number().optional(),
          permanent: z.boolean(),
          reconstructedRatio: z.number(),
          tone,
        }),
        backToBack,
      }),
    )
    .optional(),
  ownOnly: z.boolean().optional(),
});
