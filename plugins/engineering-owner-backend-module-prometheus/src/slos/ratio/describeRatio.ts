import { SloQuery } from '@engineering-owner/backstage-plugin-common';
import { CompiledRatio } from '../compiled';
import { eventsOfEntity } from '../eventsOfEntity';

/** What to paste into Prometheus to check one entity's figures. */
export function describeRatio(
  compiled: CompiledRatio,
  entity: string,
  window: string,
): SloQuery[] {
  const { total, partOrZero } = eventsOfEntity(
    { total: compiled.total, part: { selector: compiled.part } },
    entity,
    window,
    compiled,
  );
  const bad =
    compiled.partIs === 'bad'
      ? partOrZero
      : `clamp_min(${total} - ${partOrZero}, 0)`;
  return [
    { window, meaning: 'total', expression: total },
    { window, meaning: 'bad', expression: bad },
    { window, meaning: 'error_ratio', expression: `${bad} / ${total}` },
  ];
}
