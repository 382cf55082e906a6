import { Matcher, narrowed } from '../../promql/selector';
import { escapeRegex } from '../../promql/text';
import { CompiledLatency } from '../compiled';
import { usualSpellings } from './bounds';

/** The buckets at the bound, however it is spelt: as met, and as is usual. */
export function boundMatcher(bound: number, spellings: string[]): Matcher {
  const all = new Set([...usualSpellings(bound), ...spellings]);
  return {
    label: 'le',
    operator: '=~',
    value: [...all].sort().map(escapeRegex).join('|'),
  };
}

/** The selector of those buckets. */
export function bucketsAt(
  { buckets, bound }: Pick<CompiledLatency, 'buckets' | 'bound'>,
  spellings: string[],
  only: readonly Matcher[] = [],
): string {
  return narrowed(buckets, [boundMatcher(bound, spellings), ...only]);
}
