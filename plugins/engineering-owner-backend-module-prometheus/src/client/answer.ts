import { z } from 'zod';

const warnings = z.array(z.string()).nullish();

/** What every endpoint of the API answers with. */
export const answerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    data: z.unknown(),
    warnings,
  }),
  z.object({
    status: z.literal('error'),
    errorType: z.string(),
    error: z.string(),
    warnings,
  }),
]);

const labels = z.record(z.string(), z.string());
const sample = z.tuple([z.number(), z.string()]);

/** A native histogram at a time. It is no number, so it is not looked into. */
const histogram = z.tuple([z.number(), z.unknown()]);

export const vectorSchema = z.object({
  resultType: z.literal('vector'),
  result: z.array(
    z
      .object({
        metric: labels,
        value: sample.optional(),
        histogram: histogram.optional(),
      })
      .refine(
        each => each.value || each.histogram,
        'expected a value or a histogram',
      ),
  ),
});

export const matrixSchema = z.object({
  resultType: z.literal('matrix'),
  result: z.array(
    z
      .object({
        metric: labels,
        values: z.array(sample).optional(),
        histograms: z.array(histogram).optional(),
      })
      .refine(
        each => each.values || each.histograms,
        'expected values or histograms',
      ),
  ),
});

export const labelNamesSchema = z.array(z.string());

export const alertsSchema = z.object({ alerts: z.array(z.unknown()) });

export const rulesSchema = z.object({ groups: z.array(z.unknown()) });
