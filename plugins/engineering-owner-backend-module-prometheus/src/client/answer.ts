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

export const vectorSchema = z.object({
  resultType: z.literal('vector'),
  result: z.array(z.object({ metric: labels, value: sample })),
});

export const matrixSchema = z.object({
  resultType: z.literal('matrix'),
  result: z.array(z.object({ metric: labels, values: z.array(sample) })),
});

export const labelNamesSchema = z.array(z.string());

export const alertsSchema = z.object({ alerts: z.array(z.unknown()) });

export const rulesSchema = z.object({ groups: z.array(z.unknown()) });
