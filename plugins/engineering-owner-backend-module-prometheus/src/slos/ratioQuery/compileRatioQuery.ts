import { parseWindowedQuery } from '../../promql/windowedQuery';
import { CompileContext, Compiled } from '../compile';
import { CompiledRatioQuery } from '../compiled';
import { readBadOrGood } from '../ratio/readBadOrGood';
import { refuseQuery } from '../refuseQuery';

/** `ratioQuery: {total, bad}` or `{total, good}`, each a query with `{{.window}}`. */
export function compileRatioQuery(
  input: unknown,
  context: CompileContext,
): Compiled<CompiledRatioQuery> {
  const place = `${context.place}.ratioQuery`;
  const read = readBadOrGood(input, place);
  if (!read.ok) {
    return read;
  }
  const { total: totalText, part: partText, partIs } = read;
  const { entityLabel, replicaLabels, matchers } = context;
  const total = parseWindowedQuery(totalText, matchers, replicaLabels);
  if (!total.ok) {
    return refuseQuery(totalText, `${place}.total`, total);
  }
  const part = parseWindowedQuery(partText, matchers, replicaLabels);
  if (!part.ok) {
    return refuseQuery(partText, `${place}.${partIs}`, part);
  }
  return {
    ok: true,
    compiled: {
      kind: 'ratioQuery',
      entityLabel,
      replicaLabels,
      total: total.query,
      part: part.query,
      partIs,
    },
    indicator: { kind: 'ratioQuery', total: totalText, [partIs]: partText },
  };
}
