import {
  type RunbooksResponse,
  runbooksVerdict,
  type RunbooksVerdict,
} from '@engineering-owner/backstage-plugin-common';
import { formatAge, formatTime } from '../figures';
import type { Headline } from '../status';
import type { T } from '../translation';

/** The first line of the tab: what to open, or what needs attention. */
export function runbooksHeadline(
  t: T,
  response: RunbooksResponse,
  now: Date,
): Headline {
  const verdict = runbooksVerdict(response);
  const { tone, code } = verdict;
  return { tone, code, sentence: sentenceOf(t, verdict, now) };
}

function sentenceOf(
  t: T,
  { code, params }: RunbooksVerdict,
  now: Date,
): string {
  const { count = 0, alert = '', title: runbook = '' } = params;
  switch (code) {
    case 'firing':
    case 'firing_outside':
    case 'firing_without_runbook':
      return t(`runbooks.headline.${code}`, {
        alert,
        runbook,
        fires: firesText(t, params, now),
      });
    case 'alerts_without_runbook':
      return t('runbooks.headline.alerts_without_runbook', { count });
    case 'unchecked':
      return t('runbooks.headline.unchecked', { count });
    case 'fresh':
      return t('runbooks.headline.fresh', { count });
    case 'alerts_unread':
      return params.alertsAsOf
        ? t('runbooks.headline.alerts_stale', {
            asOf: formatTime(params.alertsAsOf, now),
          })
        : t('runbooks.headline.alerts_never');
    case 'none':
    case 'pending':
      return t(`runbooks.headline.${code}`);
    default:
      return t('runbooks.headline.attention', {
        count,
        runbook,
        state: t(`runbooks.state.${code}`),
      });
  }
}

/** Since when; or that it did when alerts were last read, which is long ago. */
export function firesText(
  t: T,
  { since, alertsAsOf }: { since?: string; alertsAsOf?: string },
  now: Date,
): string {
  return alertsAsOf
    ? t('runbooks.clause.fired', { asOf: formatTime(alertsAsOf, now) })
    : t('runbooks.clause.fires', { age: since ? formatAge(since, now) : '' });
}
