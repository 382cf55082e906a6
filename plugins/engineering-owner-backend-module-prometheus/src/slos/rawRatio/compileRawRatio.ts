import { z } from 'zod';
import { parseInstantQuery } from '../../promql/instantQuery';
import { CompileContext, Compiled } from '../compile';
import { CompiledRawRatio } from '../compiled';
import { definitionProblem } from '../problems';
import { refuseQuery } from '../refuseQuery';

const definition = z.strictObject({
  query: z.string(),
  rawType: z.enum(['success', 'failure']),
});

/** `rawRatio: {query, rawType}`: a query that is a ratio at each moment. */
export function compileRawRatio(
  input: unknown,
  context: CompileContext,
): Compiled<CompiledRawRatio> {
  const place = `${context.place}.rawRatio`;
  const parsed = definition.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      problem: definitionProblem(
        place,
        `expected {query, rawType: success or failure}: ${z.prettifyError(
          parsed.error,
        )}`,
      ),
    };
  }
  const { rawType, query } = parsed.data;
  const { entityLabel, replicaLabels, matchers } = context;
  const read = parseInstantQuery(query, matchers);
  if (!read.ok) {
    return refuseQuery(query, `${place}.query`, read);
  }
  return {
    ok: true,
    compiled: {
      kind: 'rawRatio',
      entityLabel,
      replicaLabels,
      query: read.text,
      rawType,
    },
    indicator: { kind: 'rawRatio', query, rawType },
  };
}
