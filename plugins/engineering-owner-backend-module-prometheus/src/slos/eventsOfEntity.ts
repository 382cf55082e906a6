import { InputError } from '@backstage/errors';
import { parseDuration } from '@engineering-owner/backstage-plugin-common';
import { Matcher, narrowed, Selector } from '../promql/selector';
import { CompiledIndicator } from './compiled';
import { deduplicated } from './legs';

/** Events of one entity in a window, as a person would write it. */
export function eventsOfEntity(
  selector: Selector,
  entity: string,
  window: string,
  group: Pick<CompiledIndicator, 'entityLabel' | 'replicaLabels'>,
  further: Matcher[] = [],
): string {
  if (!Number.isInteger(parseDuration(window))) {
    throw new InputError(`"${window}" is no window`);
  }
  const pinned = narrowed(selector, [
    { label: group.entityLabel, operator: '=', value: entity },
    ...further,
  ]);
  return `sum(${deduplicated(
    `increase(${pinned}[${window}])`,
    group.replicaLabels,
  )})`;
}
