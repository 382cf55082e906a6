import { z } from 'zod';
import { CompileContext, Compiled } from '../compile';
import { CompiledGauge } from '../compiled';
import { compileSelector } from '../compileSelector';
import { definitionProblem } from '../problems';

const definition = z.strictObject({ up: z.string() });

/** `gauge: {up}`: a series that is 1 while all is well, else 0. */
export function compileGauge(
  input: unknown,
  context: CompileContext,
): Compiled<CompiledGauge> {
  const place = `${context.place}.gauge`;
  const parsed = definition.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      problem: definitionProblem(
        place,
        `expected {up}, a selector such as probe_success: ${z.prettifyError(
          parsed.error,
        )}`,
      ),
    };
  }
  const { entityLabel, replicaLabels, matchers } = context;
  const up = compileSelector(parsed.data.up, `${place}.up`, matchers);
  if (!up.ok) {
    return up;
  }
  return {
    ok: true,
    compiled: { kind: 'gauge', entityLabel, replicaLabels, up: up.selector },
    indicator: { kind: 'gauge', up: parsed.data.up },
  };
}
