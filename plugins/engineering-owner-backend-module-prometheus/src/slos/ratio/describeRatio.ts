import { SloQuery } from '@engineering-owner/backstage-plugin-common';
import { CompiledRatio } from '../compiled';
import { eventsOfEntity } from '../eventsOfEntity';

/** What to paste into Prometheus to check one entity's figures. */
export function describeRatio(
  compiled: CompiledRatio,
  entity: string,
  window: string,
): SloQuery[] {
  const total = eventsOfEntity(compiled.total, entity, window, compiled);
  const part = eventsOfEntity(compiled.part, entity, window, compiled);
  // A sum of nothing is empty, and would leave the whole answer empty.
  const counted = `${part} or 0 * ${total}`;
  const bad = compiled.partIs === 'bad' ? counted : `${total} - (${counted})`;
  return [
    { window, meaning: 'total', expression: total },
    { window, meaning: 'bad', expression: bad },
    { window, meaning: 'error_ratio', expression: `(${bad}) / ${total}` },
  ];
}
