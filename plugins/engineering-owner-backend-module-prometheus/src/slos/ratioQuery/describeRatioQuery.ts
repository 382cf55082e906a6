import { InputError } from '@backstage/errors';
import {
  parseDuration,
  SloQuery,
} from '@engineering-owner/backstage-plugin-common';
import { CompiledRatioQuery, WindowedQuery } from '../compiled';
import { ofEntity } from '../ofEntity';

/** The two queries and their ratio, for one entity. */
export function describeRatioQuery(
  compiled: CompiledRatioQuery,
  entity: string,
  window: string,
): SloQuery[] {
  if (!Number.isInteger(parseDuration(window))) {
    throw new InputError(`"${window}" is no window`);
  }
  const filled = ({ pieces }: WindowedQuery) =>
    ofEntity(pieces.join(window), compiled.entityLabel, entity);
  const total = filled(compiled.total);
  const part = `(${filled(compiled.part)} or 0 * ${total})`;
  const bad =
    compiled.partIs === 'bad' ? part : `clamp_min(${total} - ${part}, 0)`;
  return [
    { window, meaning: 'total', expression: total },
    { window, meaning: 'bad', expression: bad },
    { window, meaning: 'error_ratio', expression: `${bad} / ${total}` },
  ];
}
