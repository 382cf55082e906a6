import {
  type JudgedSlo,
  type Problem,
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
import type { Headline } from '../status';
import type { T } from '../translation';
import { isRead } from './isRead';
import { stateBefore } from './stateBefore';

type NamedSlo = JudgedSlo & { title: string };

/**
 * The first line of the tab: the worst SLO in words, or that all is well. A
 * definition that is broken may be the one that is not met, so nothing is fine
 * beside it.
 */
export function sloHeadline(
  t: T,
  { slos, problems }: { slos: NamedSlo[]; problems: readonly Problem[] },
  now: Date,
): Headline {
  const headline = worstHeadline(t, slos, now);
  if (slos.length === 0 || problems.length === 0) {
    return headline;
  }
  return {
    ...headline,
    tone: headline.tone === 'fine' ? 'look_today' : headline.tone,
    sentence: t('slos.headline.with_problems', {
      sentence: headline.sentence,
      count: problems.length,
    }),
  };
}

function worstHeadline(t: T, slos: NamedSlo[], now: Date): Headline {
  const [worst] = slos;
  if (!worst) {
    return {
      tone: 'unknown',
      code: 'only_problems',
      sentence: t('slos.headline.only_problems'),
    };
  }
  const verdict = sloVerdict(worst);
  const { tone, code } = verdict;
  return {
    tone,
    code,
    sentence:
      code === 'ok'
        ? allMet(t, slos)
        : sentenceOf(t, worst.title, verdict, now),
  };
}

/** What others wrote may lack the end of its sentence. */
function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
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
    case 'page_was_firing':
    case 'ticket_was_firing':
      return t(`slos.headline.${code}`, {
        slo,
        firingSince: firingClause(t, params, now),
        missing: missingClause(t, params),
      });
    case 'rising':
      return t('slos.headline.rising', {
        slo,
        burnRate,
        window: params.window ?? '',
      });
    case 'no_data':
      return params.wasFiring
        ? t('slos.headline.no_data_page_firing', {
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
      return ended(
        t('slos.headline.invalid', { slo, problem: params.problem ?? '' }),
      );
    case 'stale':
      return staleSentence(t, slo, params, now);
    case 'query_error':
      return ended(
        t('slos.headline.query_error', {
          slo,
          lastError: params.lastError ?? '',
        }),
      );
    case 'unjudged':
      return t('slos.headline.unjudged', {
        slo,
        missing: params.window
          ? missingClause(t, params)
          : t('slos.clause.missing_any'),
        reason: reasonClause(t, params),
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
      reason: reasonClause(t, params),
    });
  }
  return lastError
    ? ended(t('slos.headline.stale_reason', { slo, since, lastError }))
    : t('slos.headline.stale', { slo, since });
}

function reasonClause(t: T, { lastError }: SloVerdict['params']): string {
  return lastError
    ? ended(t('slos.clause.reason', { lastError }))
    : t('slos.clause.noReason');
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

/** Why it is not known whether it still fires. */
function missingClause(
  t: T,
  { window, missing }: SloVerdict['params'],
): string {
  if (!window) {
    return t('slos.clause.missing');
  }
  return missing
    ? t(`slos.clause.missing_${missing}`, { window })
    : t('slos.clause.missing_unread', { window });
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
