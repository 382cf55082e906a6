import { Problem } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { definitionProblem } from '../problems';

const definition = z.strictObject({
  total: z.string(),
  bad: z.string().optional(),
  good: z.string().optional(),
});

/** `{total, bad}` or `{total, good}`. */
export function readBadOrGood(
  input: unknown,
  place: string,
):
  | { ok: true; total: string; part: string; partIs: 'bad' | 'good' }
  | { ok: false; problem: Problem } {
  const refuse = (message: string) => ({
    ok: false as const,
    problem: definitionProblem(place, message),
  });
  const parsed = definition.safeParse(input);
  if (!parsed.success) {
    return refuse(
      `expected {total, bad} or {total, good}: ${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  const { total, bad, good } = parsed.data;
  if (bad !== undefined && good !== undefined) {
    return refuse(
      'both bad and good are given; write exactly one of them beside total',
    );
  }
  if (bad !== undefined) {
    return { ok: true, total, part: bad, partIs: 'bad' };
  }
  return good === undefined
    ? refuse(
        'neither bad nor good is given; write exactly one of them beside total',
      )
    : { ok: true, total, part: good, partIs: 'good' };
}
