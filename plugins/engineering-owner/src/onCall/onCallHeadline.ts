import {
  type AlertSilence,
  maintenanceAt,
  type MaintenanceNow,
  type OnCallResponse,
  onCallVerdict,
  type OnCallVerdict,
  type SilencedAlerts,
} from '@engineering-owner/backstage-plugin-common';
import { formatDuration, formatTime } from '../figures';
import { type Headline, sourceNames } from '../status';
import type { T } from '../translation';

/** Holds until the backend names a target of its own. */
const DEFAULT_TARGET_SECONDS = 5 * 60;

type QuietParams = Extract<OnCallVerdict, { code: 'all_quiet' }>['params'];

/** The first line of the tab: who waits, who is missing, or that all is quiet. */
export function onCallHeadline(
  t: T,
  response: OnCallResponse,
  now: Date,
): Headline {
  const verdict = onCallVerdict(response, {
    now,
    targetSeconds:
      response.responseTimes.mtta.targetSeconds ?? DEFAULT_TARGET_SECONDS,
  });
  const { tone, code } = verdict;
  const sentence =
    response.portfolio && code === 'no_service'
      ? t('onCall.headline.no_service_portfolio')
      : sentenceOf(t, verdict, now);
  const maintenance = maintenanceAt(response.maintenance, now);
  return {
    tone,
    code,
    sentence:
      maintenance && code !== 'in_maintenance'
        ? withMaintenance(t, sentence, maintenance, now)
        : sentence,
  };
}

function withMaintenance(
  t: T,
  sentence: string,
  { until, elsewhere }: MaintenanceNow,
  now: Date,
): string {
  const said = { sentence, until: formatTime(until, now) };
  return elsewhere.length > 0
    ? t('onCall.clause.maintenanceExcept', {
        ...said,
        elsewhere: sourceNames(elsewhere),
      })
    : t('onCall.clause.maintenance', said);
}

function sentenceOf(t: T, verdict: OnCallVerdict, now: Date): string {
  const at = (iso: string) => formatTime(iso, now);
  const until = (iso: string | undefined) =>
    iso ? t('onCall.clause.until', { until: at(iso) }) : '';
  switch (verdict.code) {
    case 'unacknowledged_past_target':
      return t('onCall.headline.unacknowledged_past_target', {
        count: verdict.params.unacknowledged,
        age: formatDuration(verdict.params.oldestSeconds),
        target: formatDuration(verdict.params.targetSeconds),
      });
    case 'unacknowledged':
      return t('onCall.headline.unacknowledged', {
        count: verdict.params.unacknowledged,
        age: formatDuration(verdict.params.oldestSeconds),
      });
    case 'nobody_on_call':
      return t('onCall.headline.nobody_on_call', {
        policy: verdict.params.policy,
        until: until(verdict.params.until),
      });
    case 'incidents_stale':
      return verdict.params.asOf
        ? t('onCall.headline.incidents_stale', {
            asOf: at(verdict.params.asOf),
          })
        : t('onCall.headline.incidents_never');
    case 'escalation_stale':
      return verdict.params.asOf
        ? t('onCall.headline.escalation_stale', {
            asOf: at(verdict.params.asOf),
          })
        : t('onCall.headline.escalation_never');
    case 'alerts_stale':
      return verdict.params.asOf
        ? t('onCall.headline.alerts_stale', { asOf: at(verdict.params.asOf) })
        : t('onCall.headline.alerts_never');
    case 'incidents_open': {
      const { open, unacknowledged, oldestSeconds } = verdict.params;
      const age = formatDuration(oldestSeconds);
      return unacknowledged > 0
        ? t('onCall.headline.incidents_waiting', {
            count: open,
            waiting: `${unacknowledged}`,
            age,
          })
        : t('onCall.headline.incidents_open', { count: open, age });
    }
    case 'alerts_firing':
      return verdict.params.silenced > 0
        ? t('onCall.headline.alerts_firing_silenced', {
            count: verdict.params.firing,
            silenced: `${verdict.params.silenced}`,
          })
        : t('onCall.headline.alerts_firing', {
            count: verdict.params.firing,
          });
    case 'in_maintenance': {
      const { silenced, elsewhere } = verdict.params;
      const said = { count: silenced, until: at(verdict.params.until) };
      return elsewhere.length > 0
        ? t('onCall.headline.partly_in_maintenance', {
            ...said,
            elsewhere: sourceNames(elsewhere),
          })
        : t('onCall.headline.in_maintenance', said);
    }
    case 'alerts_silenced':
      return silencedSentence(t, verdict.params, now);
    case 'service_not_found':
      return t('onCall.headline.service_not_found', verdict.params);
    case 'service_pages_nobody':
    case 'service_may_page_nobody':
      return t(`onCall.headline.service_${verdict.params.impairment}`, {
        service: verdict.params.service,
        count: verdict.params.n,
      });
    case 'without_paging':
      return t('onCall.headline.without_paging', {
        n: `${verdict.params.n}`,
        count: verdict.params.entities,
      });
    case 'level_empty':
      return t('onCall.headline.level_empty', {
        policy: verdict.params.policy,
        level: `${verdict.params.level}`,
      });
    case 'gap_coming':
      return t('onCall.headline.gap_coming', {
        policy: verdict.params.policy,
        level: `${verdict.params.level}`,
        from: at(verdict.params.from),
        to: at(verdict.params.to),
      });
    case 'alerts_misconfigured':
      return t('onCall.headline.alerts_misconfigured', verdict.params);
    case 'all_quiet':
      return quietSentence(t, verdict.params, now);
    case 'not_configured':
    case 'no_service':
    case 'not_read_yet':
      return t(`onCall.headline.${verdict.code}`);
    default:
      return verdict satisfies never;
  }
}

function quietSentence(
  t: T,
  { person, to, withoutAlerts }: QuietParams,
  now: Date,
): string {
  if (!person) {
    return withoutAlerts
      ? t('onCall.headline.all_quiet_without_alerts')
      : t('onCall.headline.all_quiet');
  }
  const until = to
    ? t('onCall.clause.until', { until: formatTime(to, now) })
    : '';
  return withoutAlerts
    ? t('onCall.headline.all_quiet_person_without_alerts', { person, until })
    : t('onCall.headline.all_quiet_person', { person, until });
}

function silencedSentence(
  t: T,
  { count, first }: SilencedAlerts,
  now: Date,
): string {
  if (!first) {
    return t('onCall.headline.alerts_silenced', { count });
  }
  return t('onCall.headline.alerts_silenced_until', {
    count,
    until: formatTime(first.endsAt, now),
    by: authorOf(t, first),
  });
}

function authorOf(t: T, { createdBy, comment }: AlertSilence): string {
  if (!createdBy) {
    return '';
  }
  return comment
    ? t('onCall.headline.silenced_by_comment', { person: createdBy, comment })
    : t('onCall.headline.silenced_by', { person: createdBy });
}
