import type { RunbooksResponse } from '@engineering-owner/backstage-plugin-common';
import { formatAge } from '../figures';
import type { Tone } from '../status';
import type { T } from '../translation';
import { runbooksVerdict } from './runbooksVerdict';

/** The first line of the tab: what to open, or what needs attention. */
export function runbooksHeadline(
  t: T,
  response: RunbooksResponse,
  now: Date,
): { tone: Tone; sentence: string } {
  const verdict = runbooksVerdict(response);
  const { tone } = verdict;
  switch (verdict.code) {
    case 'firing':
      return {
        tone,
        sentence: t('runbooks.headline.firing', {
          alert: verdict.alert.name,
          age: formatAge(verdict.alert.since, now),
          runbook: verdict.runbook.title,
        }),
      };
    case 'firing_outside':
    case 'firing_without':
      return {
        tone,
        sentence: t(`runbooks.headline.${verdict.code}`, {
          alert: verdict.alert.name,
          age: formatAge(verdict.alert.since, now),
        }),
      };
    case 'attention':
      return {
        tone,
        sentence: t('runbooks.headline.attention', {
          count: verdict.count,
          runbook: verdict.worst.title,
          state: t(`runbooks.state.${verdict.worst.state}`),
        }),
      };
    case 'none_read':
      return { tone, sentence: t('runbooks.headline.none_read') };
    case 'uncovered':
      return {
        tone,
        sentence: t('runbooks.headline.uncovered', { count: verdict.count }),
      };
    case 'unchecked':
      return {
        tone,
        sentence: t('runbooks.headline.unchecked', { count: verdict.count }),
      };
    default:
      return {
        tone,
        sentence: t('runbooks.headline.fresh', { count: verdict.count }),
      };
  }
}
