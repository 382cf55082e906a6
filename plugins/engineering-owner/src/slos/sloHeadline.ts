import {
  type JudgedSlo,
  sloVerdict,
  type SloVerdict,
} from '@engineering-owner/backstage-plugin-common';
import {
  formatBudget,
  formatBurnRate,
  formatCount,
  formatDuration,
  formatShare,
  formatTime,
} from '../figures';
import type { Tone } from '../status';
import type { T } from '../translation';
import { isRead } from './isRead';
import { stateBefore } from './stateBefore';

interface Headline {
  tone: Tone;
  sentence: string;
}

type NamedSlo = JudgedSlo & { title: string };

/** The first line of the tab: the worst SLO in words, or that all is well. */
export function sloHeadline(t: T, slos: NamedSlo[], now: Date): Headline {
  const [worst] = slos;
  if (!worst) {
    return { tone: 'unknown', sentence: t('slos.headline.only_problems') };
  }
  const verdict = sloVerdict(worst);
  return {
    tone: verdict.tone,
    sentence:
      verdict.code === 'ok'
        ? allMet(t, slos)
        : sentenceOf(t, worst.title, verdict, now),
  };
}

function remainingOf(slo: JudgedSlo): number {
  return slo.budget.known ? slo.budget.remainingRatio : Infinity;
}

function allMet(t: T, slos: NamedSlo[]): string {
  const closest = slos.reduce((a, b) =>
    remainingOf(b) < remainingOf(a) ? b : a,
  );
  return t('slos.headline.all_met', {
    count: slos.length,
    slo: closest.title,
    remaining: formatBudget(remainingOf(closest)),
  });
}

function sentenceOf(
  t: T,
  slo: string,
  { code, params }: SloVerdict,
  now: Date,
): string {
  const at = params.since && formatTime(params.since, now);
  const since = at ? t('slos.clause.since', { since: at }) : '';
  const burnRate =
    params.burnRate === undefined
      ? t('slos.clause.far')
      : formatBurnRate(params.burnRate);
  const remaining = formatBudget(params.remainingRatio ?? 0);
  switch (code) {
    case 'page_firing':
    case 'ticket_firing':
      return t(`slos.headline.${code}`, {
        slo,
        burnRate,
        since,
        outlook: outlook(t, params),
      });
    case 'rising':
      return t('slos.headline.rising', {
        slo,
        burnRate,
        window: params.window ?? '',
      });
    case 'no_data':
      return params.wasFiring
        ? t('slos.headline.no_data_was_firing', {
            slo,
            since,
            firingSince: firingClause(t, params, now),
          })
        : t('slos.headline.no_data', { slo, since });
    case 'exhausted':
      return t('slos.headline.exhausted', { slo, remaining });
    case 'held':
      return t('slos.headline.held', {
        slo,
        bad: formatCount(params.bad ?? 0),
        minimumBad: formatCount(params.minimumBad ?? 0),
      });
    case 'invalid':
      return t('slos.headline.invalid', { slo, problem: params.problem ?? '' });
    case 'stale':
      return staleSentence(t, slo, params, now);
    case 'query_error':
      return t('slos.headline.query_error', {
        slo,
        lastError: params.lastError ?? '',
      });
    case 'partial':
      if (isRead(params.coverage)) {
        return t('slos.headline.partial_young', { slo });
      }
      return t('slos.headline.partial', {
        slo,
        coverage: formatShare(params.coverage ?? 0),
      });
    case 'recovering':
    case 'low_traffic':
    case 'never_seen':
    case 'no_traffic':
    case 'pending':
      return t(`slos.headline.${code}`, { slo });
    default:
      // `ok` says it for all objectives together.
      return '';
  }
}

/** A source that fell silent: what was so when the data ended, and why it did. */
function staleSentence(
  t: T,
  slo: string,
  params: SloVerdict['params'],
  now: Date,
): string {
  const { lastError } = params;
  const since = params.since ? formatTime(params.since, now) : '';
  const before = stateBefore(params);
  if (before) {
    return t(`slos.headline.stale_${before}`, {
      slo,
      since,
      remaining: formatBudget(params.remainingRatio ?? 0),
      firingSince: firingClause(t, params, now),
      reason: lastError
        ? t('slos.clause.reason', { lastError })
        : t('slos.clause.noReason'),
    });
  }
  return lastError
    ? t('slos.headline.stale_reason', { slo, since, lastError })
    : t('slos.headline.stale', { slo, since });
}

function firingClause(
  t: T,
  { firingSince }: SloVerdict['params'],
  now: Date,
): string {
  return firingSince
    ? t('slos.clause.since', { since: formatTime(firingSince, now) })
    : '';
}

function outlook(t: T, params: SloVerdict['params']): string {
  if (params.exhaustsInSeconds !== undefined) {
    return t('slos.clause.exhausts', {
      exhausts: formatDuration(params.exhaustsInSeconds),
    });
  }
  if (params.remainingRatio !== undefined && params.remainingRatio < 0) {
    return t('slos.clause.overspent', {
      remaining: formatBudget(params.remainingRatio),
    });
  }
  return '';
}
