import { z } from 'zod';
import { CompiledRatio } from '../compiled';
import { compileSelector } from '../compileSelector';
import { CompileContext, Compiled } from '../compile';
import { definitionProblem } from '../problems';

const definition = z.strictObject({
  total: z.string(),
  bad: z.string().optional(),
  good: z.string().optional(),
});

/** `ratio: {total, bad}` or `ratio: {total, good}`. */
export function compileRatio(
  input: unknown,
  context: CompileContext,
): Compiled<CompiledRatio> {
  const place = `${context.place}.ratio`;
  const parsed = definition.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      problem: definitionProblem(
        place,
        `expected {total, bad} or {total, good}: ${z.prettifyError(
          parsed.error,
        )}`,
      ),
    };
  }
  const { total: totalText, bad, good } = parsed.data;
  if ((bad === undefined) === (good === undefined)) {
    return {
      ok: false,
      problem: definitionProblem(
        place,
        `${
          bad === undefined
            ? 'neither bad nor good is'
            : 'both bad and good are'
        } given; write exactly one of them beside total`,
      ),
    };
  }
  const partIs = bad === undefined ? 'good' : 'bad';
  const total = compileSelector(totalText, `${place}.total`);
  const part = compileSelector(bad ?? good ?? '', `${place}.${partIs}`);
  if (!total.ok) {
    return total;
  }
  if (!part.ok) {
    return part;
  }
  const { entityLabel, replicaLabels } = context;
  return {
    ok: true,
    compiled: {
      kind: 'ratio',
      entityLabel,
      replicaLabels,
      total: total.selector,
      part: part.selector,
      partIs,
    },
    indicator: {
      kind: 'ratio',
      total: totalText,
      ...(bad === undefined ? { good } : { bad }),
    },
  };
}
