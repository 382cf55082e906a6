import { SloQuery } from '@engineering-owner/backstage-plugin-common';
import { CompiledLatency } from '../compiled';
import { eventsOfEntity } from '../eventsOfEntity';
import { boundMatcher } from './bucketsAt';

/** What to paste into Prometheus to check one entity's figures. */
export function describeLatency(
  compiled: CompiledLatency,
  spellings: string[],
  entity: string,
  window: string,
): SloQuery[] {
  const { total, part: fast } = eventsOfEntity(
    {
      total: compiled.total,
      part: {
        selector: compiled.buckets,
        matchers: [boundMatcher(compiled.bound, spellings)],
        spelledBy: ['le'],
      },
    },
    entity,
    window,
    compiled,
  );
  const bad = `clamp_min(${total} - ${fast}, 0)`;
  return [
    { window, meaning: 'total', expression: total },
    { window, meaning: 'bad', expression: bad },
    { window, meaning: 'error_ratio', expression: `${bad} / ${total}` },
  ];
}
