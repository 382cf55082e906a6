import { InputError } from '@backstage/errors';
import {
  SloDefinition,
  SloWindow,
} from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { readRollingWindow } from './readWindow';

const querySchema = z.object({
  objective: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,9})?$/)
    .refine(text => Number(text) > 0)
    .optional(),
  window: z.string().max(20).optional(),
});

/**
 * Reads `?objective=99.5&window=28d`; what is left out is the SLO's own.
 *
 * @throws InputError
 */
export function readWhatIfQuery(
  query: unknown,
  own: Pick<SloDefinition, 'objective' | 'window'>,
): { objective: number; window: SloWindow } {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    const [{ path }] = parsed.error.issues;
    throw new InputError(
      path[0] === 'objective'
        ? 'The query parameter "objective" is not usable; expected a percentage above 0 and below 100, for example 99.5'
        : 'The query parameter "window" is not usable; expected a duration from 1h to 400d, for example 28d',
    );
  }
  const { objective, window } = parsed.data;
  return {
    objective:
      objective === undefined
        ? own.objective
        : Number((Number(objective) / 100).toFixed(12)),
    window: window === undefined ? own.window : windowOf(window),
  };
}

function windowOf(text: string): SloWindow {
  try {
    return readRollingWindow(text);
  } catch (error) {
    throw new InputError(
      `The query parameter "window" is ${JSON.stringify(
        text,
      )}; expected a whole number of hours from 1h to 400d, for example 28d`,
    );
  }
}
