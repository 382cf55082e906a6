import { useState } from 'react';
import { useQueryChoice } from './useQueryChoice';

/**
 * A choice as of `useQueryChoice`, with a default until the reader makes one:
 * what was best to show when the page was opened. It stays although something
 * else became better, because nobody's page may change under their eyes, and
 * only goes when it is not there any more.
 */
export function useSteadyChoice(
  name: string,
  ids: readonly string[],
  best: string | undefined,
): [shown: string | undefined, choose: (id: string) => void] {
  const [chosen, choose] = useQueryChoice(name);
  const [first, keep] = useState(best);
  const steady = first !== undefined && ids.includes(first) ? first : best;
  if (steady !== first) {
    keep(steady);
  }
  return [
    chosen !== undefined && ids.includes(chosen) ? chosen : steady,
    choose,
  ];
}
