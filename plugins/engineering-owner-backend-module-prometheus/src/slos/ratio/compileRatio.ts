import { CompiledRatio } from '../compiled';
import { compileSelector } from '../compileSelector';
import { CompileContext, Compiled } from '../compile';
import { readBadOrGood } from './readBadOrGood';

/** `ratio: {total, bad}` or `ratio: {total, good}`. */
export function compileRatio(
  input: unknown,
  context: CompileContext,
): Compiled<CompiledRatio> {
  const place = `${context.place}.ratio`;
  const read = readBadOrGood(input, place);
  if (!read.ok) {
    return read;
  }
  const { entityLabel, replicaLabels, matchers } = context;
  const { partIs } = read;
  const total = compileSelector(read.total, `${place}.total`, matchers);
  if (!total.ok) {
    return total;
  }
  const part = compileSelector(read.part, `${place}.${partIs}`, matchers);
  if (!part.ok) {
    return part;
  }
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
    indicator: { kind: 'ratio', total: read.total, [partIs]: read.part },
  };
}
