import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { useNow } from '../figures';
import { useQueryChoice } from '../routing';
import { chosenRange, type RangeChoice, rangeChoices } from './historyRange';

/** The range that all charts of an SLO show, kept in the query string. */
export function useRange(window: SloStatus['window']): {
  range: RangeChoice;
  choices: RangeChoice[];
  choose: (name: string) => void;
} {
  const now = useNow(60);
  const [name, choose] = useQueryChoice('range');
  return {
    range: chosenRange(window, name, now),
    choices: rangeChoices(window, now),
    choose,
  };
}
