import { misconfiguredAlerts } from '../alerts/misconfiguredAlerts';
import {
  firesAloud,
  maintenanceAt,
  silencedAlerts,
  SilencedAlerts,
} from '../alerts/silenced';
import {
  pagesNobody,
  worstImpairment,
  WorstImpairment,
} from './impairedServices';
import { openSince, waitingSince } from './incidentTimes';
import { instantOf } from './instant';
import { SourceRef } from './model';
import { EscalationStatus, IncidentStatus, OnCallResponse } from './status';

/**
 * What the headline of the On-call tab says. Times are ISO 8601, ages in
 * seconds at the time the verdict was asked for.
 *
 * - `act_now`: `unacknowledged_past_target`, `nobody_on_call`, `unacknowledged`
 * - `unknown`: nothing can be said, and nothing known demands action; so it is
 *   while nobody would be told of an alert or paged, by a decision of somebody's
 * - `look_today`: an open incident somebody works on, a firing alert, a service
 *   id nobody knows, a service that pages nobody, a level without people, a gap
 *   to come, something that pages nobody among what belongs to a Group, User,
 *   System or Domain
 * - `fine`: `all_quiet`
 *
 * @public
 */
export type OnCallVerdict =
  | {
      tone: 'act_now';
      code: 'unacknowledged_past_target';
      params: UnacknowledgedParams & { targetSeconds: number };
    }
  | {
      tone: 'act_now';
      code: 'nobody_on_call';
      params: { policy: string; until?: string };
    }
  | { tone: 'act_now'; code: 'unacknowledged'; params: UnacknowledgedParams }
  | { tone: 'unknown'; code: 'not_configured' }
  | { tone: 'unknown'; code: 'no_service' }
  | { tone: 'unknown'; code: 'not_read_yet' }
  | {
      tone: 'unknown';
      code: 'incidents_stale' | 'escalation_stale' | 'alerts_stale';
      params: { asOf?: string };
    }
  | {
      tone: 'unknown';
      code: 'alerts_misconfigured';
      params: { source: string };
    }
  | {
      tone: 'look_today';
      code: 'incidents_open';
      params: { open: number; unacknowledged: number; oldestSeconds: number };
    }
  | {
      tone: 'look_today';
      code: 'alerts_firing';
      /** Those that somebody is told of, and those that nobody is. */
      params: { firing: number; silenced: number };
    }
  | {
      tone: 'look_today';
      code: 'service_not_found';
      params: { serviceId: string };
    }
  | {
      tone: 'look_today';
      code: 'service_pages_nobody';
      params: WorstImpairment;
    }
  | {
      tone: 'unknown';
      code: 'service_may_page_nobody';
      params: WorstImpairment;
    }
  | {
      tone: 'look_today';
      code: 'level_empty';
      params: { policy: string; level: number };
    }
  | {
      tone: 'look_today';
      code: 'gap_coming';
      params: { policy: string; level: number; from: string; to: string };
    }
  | {
      tone: 'look_today';
      code: 'without_paging';
      params: { n: number; entities: number };
    }
  | {
      tone: 'unknown';
      code: 'in_maintenance';
      /** `elsewhere` tell people all the same. */
      params: { until: string; silenced: number; elsewhere: SourceRef[] };
    }
  | { tone: 'unknown'; code: 'alerts_silenced'; params: SilencedAlerts }
  | {
      tone: 'fine';
      code: 'all_quiet';
      /** `withoutAlerts`: there is no source of alerts to ask. */
      params: { person?: string; to?: string; withoutAlerts?: boolean };
    };

/**
 * @public
 */
export interface UnacknowledgedParams {
  /** All open incidents. */
  open: number;
  /** Of high urgency and not acknowledged. */
  unacknowledged: number;
  oldestSeconds: number;
}

/**
 * The one sentence on top of the On-call tab: the worst that is known. What is
 * not known comes before what can wait and is never fine; what demands action
 * counts even when it was read a while ago.
 *
 * @public
 */
export function onCallVerdict(
  status: Pick<
    OnCallResponse,
    | 'services'
    | 'escalation'
    | 'incidents'
    | 'alerts'
    | 'maintenance'
    | 'portfolio'
    | 'sections'
  >,
  context: { now: Date; targetSeconds: number },
): OnCallVerdict {
  return (
    waiting(status.incidents.open, context) ??
    uncovered(status.escalation, context.now) ??
    notKnown(status) ??
    openIncidents(status.incidents.open, context.now) ??
    firingAlerts(status) ??
    missingService(status) ??
    pagingNobody(status) ??
    emptyLevel(status.escalation) ??
    comingGap(status.escalation) ??
    otherPartsStale(status) ??
    withoutPaging(status) ??
    perhapsPagingNobody(status) ??
    silenced(status, context.now) ??
    allQuiet(status)
  );
}

type Status = Parameters<typeof onCallVerdict>[0];

/** High urgency incidents that nobody has acknowledged. */
function waiting(
  open: IncidentStatus[],
  { now, targetSeconds }: { now: Date; targetSeconds: number },
): OnCallVerdict | undefined {
  const unacknowledged = open.filter(
    incident => incident.urgency === 'high' && incident.status === 'triggered',
  );
  if (unacknowledged.length === 0) {
    return undefined;
  }
  const params = {
    open: open.length,
    unacknowledged: unacknowledged.length,
    oldestSeconds: oldestAge(unacknowledged, now, waitingSince),
  };
  return params.oldestSeconds > targetSeconds
    ? {
        tone: 'act_now',
        code: 'unacknowledged_past_target',
        params: { ...params, targetSeconds },
      }
    : { tone: 'act_now', code: 'unacknowledged', params };
}

/** A policy whose levels are all without anybody at this moment. */
function uncovered(
  escalation: EscalationStatus[],
  now: Date,
): OnCallVerdict | undefined {
  const bare = escalation.find(({ levels }) =>
    levels.every(level => level.onCall.length === 0),
  );
  if (!bare) {
    return undefined;
  }
  // Covered again when the first level's gap that holds now ends.
  const ends = bare.levels
    .filter(level => level.next)
    .flatMap(level => level.gaps)
    .filter(gap => Date.parse(gap.from) <= now.getTime())
    .map(gap => gap.to)
    .sort();
  return {
    tone: 'act_now',
    code: 'nobody_on_call',
    params: {
      policy: bare.policy.name,
      ...(ends.length > 0 && { until: ends[0] }),
    },
  };
}

function notKnown({ services, sections }: Status): OnCallVerdict | undefined {
  const { state, asOf } = sections.incidents;
  if (state === 'not_configured') {
    return { tone: 'unknown', code: 'not_configured' };
  }
  if (services.length === 0) {
    return { tone: 'unknown', code: 'no_service' };
  }
  if (state === 'pending') {
    return { tone: 'unknown', code: 'not_read_yet' };
  }
  return state === 'stale'
    ? { tone: 'unknown', code: 'incidents_stale', params: { asOf } }
    : undefined;
}

function openIncidents(
  open: IncidentStatus[],
  now: Date,
): OnCallVerdict | undefined {
  return open.length === 0
    ? undefined
    : {
        tone: 'look_today',
        code: 'incidents_open',
        params: {
          open: open.length,
          unacknowledged: open.filter(each => each.status === 'triggered')
            .length,
          // Of a single one the sentence says for how long nobody has had it.
          oldestSeconds: oldestAge(
            open,
            now,
            open.length === 1 ? waitingSince : openSince,
          ),
        },
      };
}

function firingAlerts({ alerts }: Status): OnCallVerdict | undefined {
  const firing = alerts.filter(firesAloud).length;
  return firing === 0
    ? undefined
    : {
        tone: 'look_today',
        code: 'alerts_firing',
        params: { firing, silenced: silencedAlerts(alerts).count },
      };
}

/** Somebody has seen to it for a while; that it is quiet proves nothing. */
function silenced(
  { alerts, maintenance }: Status,
  now: Date,
): OnCallVerdict | undefined {
  const silent = silencedAlerts(alerts);
  const inForce = maintenanceAt(maintenance, now);
  if (inForce) {
    return {
      tone: 'unknown',
      code: 'in_maintenance',
      params: { ...inForce, silenced: silent.count },
    };
  }
  return silent.count > 0
    ? { tone: 'unknown', code: 'alerts_silenced', params: silent }
    : undefined;
}

function missingService({ services }: Status): OnCallVerdict | undefined {
  const missing = services.find(service => !service.found);
  return (
    missing && {
      tone: 'look_today',
      code: 'service_not_found',
      params: { serviceId: missing.id },
    }
  );
}

/** A service whose incidents are told to nobody, whoever is on call. */
function pagingNobody({
  services,
  escalation,
}: Status): OnCallVerdict | undefined {
  const worst = worstImpairment(services, escalation);
  return worst && pagesNobody(worst)
    ? { tone: 'look_today', code: 'service_pages_nobody', params: worst }
    : undefined;
}

/** Of a service that may page nobody, quiet proves nothing. */
function perhapsPagingNobody({
  services,
  escalation,
}: Status): OnCallVerdict | undefined {
  const worst = worstImpairment(services, escalation);
  return (
    worst && { tone: 'unknown', code: 'service_may_page_nobody', params: worst }
  );
}

function withoutPaging({ portfolio }: Status): OnCallVerdict | undefined {
  return portfolio && portfolio.withoutService.n > 0
    ? {
        tone: 'look_today',
        code: 'without_paging',
        params: {
          n: portfolio.withoutService.n,
          entities: portfolio.entities,
        },
      }
    : undefined;
}

function emptyLevel(escalation: EscalationStatus[]): OnCallVerdict | undefined {
  for (const { policy, levels } of escalation) {
    const empty = levels.find(level => level.coverage === 'empty');
    if (empty) {
      return {
        tone: 'look_today',
        code: 'level_empty',
        params: { policy: policy.name, level: empty.level },
      };
    }
  }
  return undefined;
}

function comingGap(escalation: EscalationStatus[]): OnCallVerdict | undefined {
  const gaps = escalation.flatMap(({ policy, levels }) =>
    levels.flatMap(({ level, gaps: ofLevel }) =>
      ofLevel.map(gap => ({ policy: policy.name, level, ...gap })),
    ),
  );
  gaps.sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return gaps.length === 0
    ? undefined
    : { tone: 'look_today', code: 'gap_coming', params: gaps[0] };
}

/** Quiet is only quiet when the other parts were read lately as well. */
function otherPartsStale({ sections }: Status): OnCallVerdict | undefined {
  const { escalation, alerts } = sections;
  if (escalation.state === 'pending' || alerts.state === 'pending') {
    return { tone: 'unknown', code: 'not_read_yet' };
  }
  if (escalation.state === 'stale') {
    const { asOf } = escalation;
    return { tone: 'unknown', code: 'escalation_stale', params: { asOf } };
  }
  if (alerts.state === 'stale') {
    const { asOf } = alerts;
    return { tone: 'unknown', code: 'alerts_stale', params: { asOf } };
  }
  // What others tell is known; that it is all is not.
  const source = misconfiguredAlerts(alerts);
  if (source !== undefined) {
    return {
      tone: 'unknown',
      code: 'alerts_misconfigured',
      params: { source },
    };
  }
  return undefined;
}

/** Of several policies no single person is the one to name. */
function allQuiet({ escalation, sections }: Status): OnCallVerdict {
  const turn = (escalation.length > 1 ? [] : escalation)
    .flatMap(({ levels }) => levels)
    .find(level => level.onCall.length > 0)?.onCall[0];
  return {
    tone: 'fine',
    code: 'all_quiet',
    params: {
      ...(turn && { person: turn.person.name }),
      ...(turn?.to && { to: turn.to }),
      ...(sections.alerts.state === 'not_configured' && {
        withoutAlerts: true,
      }),
    },
  };
}

/** Of the one that has waited, or been open, for longest. */
function oldestAge(
  incidents: IncidentStatus[],
  now: Date,
  sinceOf: (incident: IncidentStatus) => string,
): number {
  const ages = incidents.map(
    incident =>
      (now.getTime() - (instantOf(sinceOf(incident)) ?? now.getTime())) / 1000,
  );
  return Math.max(0, ...ages);
}
