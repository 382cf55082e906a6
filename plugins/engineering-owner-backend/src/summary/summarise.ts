import {
  firesAloud,
  IncidentStatus,
  maintenanceAt,
  misconfiguredAlerts,
  OnCallResponse,
  OwnershipResponse,
  RunbooksResponse,
  silencedAlerts,
  SlosResponse,
  SummaryResponse,
  waitingSince,
  worstImpairment,
} from '@engineering-owner/backstage-plugin-common';

/** The answers of the four tabs, cut down to what their overview cards show. */
export function summarise(
  answers: {
    ownership: OwnershipResponse;
    onCall: OnCallResponse;
    slos: SlosResponse;
    runbooks: RunbooksResponse;
  },
  now: Date,
): SummaryResponse {
  return {
    entityRef: answers.ownership.entityRef,
    ownership: summariseOwnership(answers.ownership),
    onCall: summariseOnCall(answers.onCall, now),
    slos: summariseSlos(answers.slos),
    runbooks: summariseRunbooks(answers.runbooks),
  };
}

function summariseOwnership(
  ownership: OwnershipResponse,
): SummaryResponse['ownership'] {
  const { owner, primary, deputy, problems } = ownership;
  const [worstProblem] = problems;
  return {
    ...(owner && { owner }),
    ...(primary && { primary }),
    ...(deputy && { deputy }),
    ...(worstProblem && { worstProblem }),
    problemCount: problems.length,
  };
}

function summariseOnCall(
  onCall: OnCallResponse,
  now: Date,
): SummaryResponse['onCall'] {
  const { services, escalation, incidents, alerts, maintenance, sections } =
    onCall;
  const silenced = silencedAlerts(alerts);
  const misconfigured = misconfiguredAlerts(sections.alerts);
  const inForce = maintenanceAt(maintenance, now);
  const missing = services.find(({ found }) => !found);
  const impaired = worstImpairment(services, escalation);
  const worst = incidents.open.at(0);
  const waiting = incidents.open.filter(
    ({ status, urgency }) => status === 'triggered' && urgency === 'high',
  );
  const oldest = waiting.map(waitingSince).sort().at(0);
  return {
    section: worstSection(sections),
    services: services.length,
    ...(services.length > 0 && {
      named: services.map(({ source, id }) => ({ source, id })),
    }),
    ...(missing && { missingService: missing.id }),
    ...(impaired && { impaired }),
    now: escalation.map(({ policy, levels }) => ({
      policy: policy.name,
      turns: levels.find(({ level }) => level === 1)?.onCall ?? [],
      covered: levels.some(({ onCall: turns }) => turns.length > 0),
    })),
    openIncidents: incidents.open.length,
    unacknowledged: waiting.length,
    ...(oldest && { oldestUnacknowledgedAt: oldest }),
    // They are listed in the order of need.
    ...(worst && { worstIncident: inShort(worst) }),
    firingAlerts: alerts.filter(firesAloud).length,
    ...(misconfigured !== undefined && { misconfiguredAlerts: misconfigured }),
    silencedAlerts: silenced.count,
    ...(silenced.first && { silencedUntil: silenced.first.endsAt }),
    ...(inForce && { maintenanceUntil: inForce.until }),
    ...(inForce?.elsewhere.length && {
      maintenanceElsewhere: inForce.elsewhere,
    }),
  };
}

type ShortIncident = NonNullable<SummaryResponse['onCall']['worstIncident']>;

function inShort(incident: IncidentStatus): ShortIncident {
  const { id, title, url, source, urgency, status, createdAt } = incident;
  const { reopenedAt, acknowledgementLostAt } = incident;
  return {
    id,
    title,
    ...(url && { url }),
    source,
    urgency,
    status,
    createdAt,
    ...(reopenedAt && { reopenedAt }),
    ...(acknowledgementLostAt && { acknowledgementLostAt }),
  };
}

type Section = SummaryResponse['onCall']['section'];

const badness = { ok: 0, not_configured: 1, pending: 2, stale: 3 };

/**
 * The card has one line, which is as good as the worst of its parts. Alerts
 * that nobody reads take nothing away from it; old ones do, since their number
 * is in it.
 */
function worstSection({
  escalation,
  incidents,
  alerts,
}: OnCallResponse['sections']): Section {
  return [
    escalation,
    incidents,
    ...(alerts.state === 'stale' ? [alerts] : []),
  ].sort((a, b) => badness[b.state] - badness[a.state])[0];
}

function summariseSlos({
  asOf,
  slos,
  problems,
}: SlosResponse): SummaryResponse['slos'] {
  const [worst] = slos;
  return {
    ...(asOf && { asOf }),
    count: slos.length,
    problemCount: problems.length,
    ...(worst && {
      worst: {
        name: worst.name,
        title: worst.title,
        objective: worst.objective,
        window: worst.window,
        state: worst.state,
        coverage: worst.coverage,
        budget: worst.budget,
        alerts: worst.alerts,
        now: worst.now,
      },
    }),
  };
}

function summariseRunbooks(
  answer: RunbooksResponse,
): SummaryResponse['runbooks'] {
  const { asOf, runbooks, alertsWithoutRunbook } = answer;
  const [worst] = runbooks;
  return {
    ...(asOf && { asOf }),
    count: runbooks.length,
    ...(worst && {
      worst: { id: worst.id, title: worst.title, state: worst.state },
    }),
    alertsWithoutRunbook: alertsWithoutRunbook.length,
  };
}
