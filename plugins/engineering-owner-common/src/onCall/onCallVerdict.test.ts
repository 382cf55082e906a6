import {
  AlertStatus,
  AlertSuppression,
  EntityMaintenance,
} from '../alerts/model';
import { onCallVerdict } from './onCallVerdict';
import {
  EscalationLevelStatus,
  EscalationStatus,
  IncidentStatus,
  OnCallResponse,
  OnCallServiceStatus,
} from './status';

const source = { type: 'pagerduty', name: 'default' };
const now = new Date('2026-03-02T12:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

const incident = (rest: Partial<IncidentStatus> = {}): IncidentStatus => ({
  id: 'Q1',
  title: 'checkout answers with errors',
  source,
  service: { id: 'S1', name: 'Checkout' },
  urgency: 'high',
  status: 'triggered',
  createdAt: minutesAgo(7),
  assignees: [],
  ...rest,
});

const ada = {
  person: { responderId: 'ada', name: 'Ada' },
  from: '2026-03-01T09:00:00.000Z',
  to: '2026-03-08T09:00:00.000Z',
};

const level = (
  rest: Partial<EscalationLevelStatus> = {},
): EscalationLevelStatus => ({
  level: 1,
  delayMinutes: 5,
  onCall: [ada],
  gaps: [],
  coverage: 'covered',
  ...rest,
});

const policy = (...levels: EscalationLevelStatus[]): EscalationStatus => ({
  policy: { id: 'P1', name: 'Payments' },
  source,
  serviceIds: ['S1'],
  levels,
});

const alert: AlertStatus = {
  source: { type: 'prometheus', name: 'default' },
  fingerprint: 'f',
  name: 'ErrorBudgetBurn',
  state: 'firing',
  since: minutesAgo(9),
  labels: {},
};

const evening = '2026-03-02T18:00:00.000Z';
const silencedUntil = (endsAt: string): AlertSuppression => ({
  silencedBy: [{ id: 's1', endsAt, createdBy: 'ada' }],
  inhibited: false,
  mutedBy: [],
  until: endsAt,
});
const inhibited: AlertSuppression = {
  silencedBy: [],
  inhibited: true,
  mutedBy: [],
};
const maintenance: EntityMaintenance[] = [
  {
    source: { type: 'alertmanager', name: 'main' },
    silenceId: 's1',
    startsAt: minutesAgo(60),
    endsAt: evening,
    createdBy: 'ada',
    comment: '',
  },
];

const service = (
  rest: Partial<OnCallServiceStatus> = {},
): OnCallServiceStatus => ({
  id: 'S1',
  source,
  found: true,
  name: 'Checkout',
  status: 'active',
  ...rest,
});

type Status = Parameters<typeof onCallVerdict>[0];
const status = (
  rest: Partial<Status> & { open?: IncidentStatus[] } = {},
): Status => ({
  services: [service()],
  escalation: [policy(level())],
  incidents: { open: rest.open ?? [], recent: [] },
  alerts: [],
  ...rest,
  sections: {
    incidents: { state: 'ok', asOf: minutesAgo(0) },
    escalation: { state: 'ok', asOf: minutesAgo(0) },
    alerts: { state: 'ok', asOf: minutesAgo(0) },
    ...rest.sections,
  },
});
const section = (
  name: keyof OnCallResponse['sections'],
  state: 'stale' | 'pending' | 'not_configured',
) => ({
  ...status().sections,
  [name]: { state, asOf: minutesAgo(30) },
});
const gap = {
  from: '2026-03-06T18:00:00.000Z',
  to: '2026-03-08T09:00:00.000Z',
};

describe('onCallVerdict', () => {
  it.each([
    {
      name: 'an incident reopened a moment ago, not as old as its first trigger',
      status: status({
        open: [
          incident({ createdAt: minutesAgo(9000), reopenedAt: minutesAgo(2) }),
        ],
      }),
      expected: {
        tone: 'act_now',
        code: 'unacknowledged',
        params: { open: 1, unacknowledged: 1, oldestSeconds: 120 },
      },
    },
    {
      name: 'an incident that lost its acknowledgement',
      status: status({
        open: [
          incident({
            createdAt: minutesAgo(90),
            acknowledgementLostAt: minutesAgo(6),
          }),
        ],
      }),
      expected: {
        tone: 'act_now',
        code: 'unacknowledged_past_target',
        params: {
          open: 1,
          unacknowledged: 1,
          oldestSeconds: 360,
          targetSeconds: 300,
        },
      },
    },
    {
      name: 'a reopened incident that somebody has',
      status: status({
        open: [
          incident({
            status: 'acknowledged',
            createdAt: minutesAgo(9000),
            reopenedAt: minutesAgo(20),
          }),
        ],
      }),
      expected: {
        tone: 'look_today',
        code: 'incidents_open',
        params: { open: 1, unacknowledged: 0, oldestSeconds: 1200 },
      },
    },
    {
      name: 'an incident unacknowledged for longer than the target',
      status: status({
        open: [
          incident(),
          incident({ id: 'Q2', createdAt: minutesAgo(1) }),
          incident({ id: 'Q3', status: 'acknowledged' }),
        ],
      }),
      expected: {
        tone: 'act_now',
        code: 'unacknowledged_past_target',
        params: {
          open: 3,
          unacknowledged: 2,
          oldestSeconds: 420,
          targetSeconds: 300,
        },
      },
    },
    {
      name: 'an incident unacknowledged within the target',
      status: status({ open: [incident({ createdAt: minutesAgo(5) })] }),
      expected: {
        tone: 'act_now',
        code: 'unacknowledged',
        params: { open: 1, unacknowledged: 1, oldestSeconds: 300 },
      },
    },
    {
      name: 'an unacknowledged incident even if the source has been silent since',
      status: status({
        open: [incident()],
        sections: section('incidents', 'stale'),
      }),
      expected: expect.objectContaining({ tone: 'act_now' }),
    },
    {
      name: 'nobody on call at any level',
      status: status({
        escalation: [
          policy(
            level({
              onCall: [],
              coverage: 'gaps',
              gaps: [{ from: minutesAgo(0), to: gap.from }],
              next: { ...ada, from: gap.from },
            }),
            level({ level: 2, onCall: [], coverage: 'empty', gaps: [gap] }),
          ),
        ],
      }),
      expected: {
        tone: 'act_now',
        code: 'nobody_on_call',
        params: { policy: 'Payments', until: gap.from },
      },
    },
    {
      name: 'incidents that could not be read for a while, rather than quiet',
      status: status({ sections: section('incidents', 'stale') }),
      expected: {
        tone: 'unknown',
        code: 'incidents_stale',
        params: { asOf: minutesAgo(30) },
      },
    },
    {
      name: 'incidents that were never read',
      status: status({ sections: section('incidents', 'pending') }),
      expected: { tone: 'unknown', code: 'not_read_yet' },
    },
    {
      name: 'no on-call source',
      status: status({ sections: section('incidents', 'not_configured') }),
      expected: { tone: 'unknown', code: 'not_configured' },
    },
    {
      name: 'an entity without a service',
      status: status({ services: [], escalation: [] }),
      expected: { tone: 'unknown', code: 'no_service' },
    },
    {
      name: 'open incidents that somebody works on',
      status: status({
        open: [
          incident({ status: 'acknowledged' }),
          incident({ id: 'Q2', urgency: 'low', createdAt: minutesAgo(60) }),
        ],
      }),
      expected: {
        tone: 'look_today',
        code: 'incidents_open',
        params: { open: 2, unacknowledged: 1, oldestSeconds: 3600 },
      },
    },
    {
      name: 'firing alerts, pending ones not counted',
      status: status({
        alerts: [alert, { ...alert, fingerprint: 'g', state: 'pending' }],
      }),
      expected: {
        tone: 'look_today',
        code: 'alerts_firing',
        params: { firing: 1, silenced: 0 },
      },
    },
    {
      name: 'silenced alerts apart from those that somebody is told of',
      status: status({
        alerts: [
          alert,
          { ...alert, fingerprint: 'g', suppression: silencedUntil(evening) },
          { ...alert, fingerprint: 'h', suppression: inhibited },
        ],
        maintenance,
      }),
      expected: {
        tone: 'look_today',
        code: 'alerts_firing',
        params: { firing: 1, silenced: 2 },
      },
    },
    {
      name: 'calmly that all alerts are silenced, and until when',
      status: status({
        alerts: [
          { ...alert, suppression: silencedUntil(evening) },
          { ...alert, fingerprint: 'h', suppression: inhibited },
        ],
      }),
      expected: {
        tone: 'unknown',
        code: 'alerts_silenced',
        params: {
          count: 2,
          first: expect.objectContaining({ endsAt: evening }),
        },
      },
    },
    {
      name: 'that the entity is in maintenance, also when nothing fires',
      status: status({ maintenance }),
      expected: {
        tone: 'unknown',
        code: 'in_maintenance',
        params: { until: evening, silenced: 0, elsewhere: [] },
      },
    },
    {
      name: 'where the entity is not in maintenance',
      status: status({
        maintenance: [
          {
            ...maintenance[0],
            elsewhere: [{ type: 'alertmanager', name: 'us' }],
          },
        ],
      }),
      expected: {
        tone: 'unknown',
        code: 'in_maintenance',
        params: {
          until: evening,
          silenced: 0,
          elsewhere: [{ type: 'alertmanager', name: 'us' }],
        },
      },
    },
    {
      name: 'how many alerts fire in maintenance',
      status: status({
        alerts: [{ ...alert, suppression: silencedUntil(evening) }],
        maintenance,
      }),
      expected: {
        tone: 'unknown',
        code: 'in_maintenance',
        params: { until: evening, silenced: 1, elsewhere: [] },
      },
    },
    {
      name: 'quiet when the maintenance is over, whatever the answer still has',
      status: status({
        maintenance: [{ ...maintenance[0], endsAt: minutesAgo(0) }],
      }),
      expected: expect.objectContaining({ code: 'all_quiet' }),
    },
    {
      name: 'an incident that waits, in maintenance as ever',
      status: status({ open: [incident()], maintenance }),
      expected: expect.objectContaining({ tone: 'act_now' }),
    },
    {
      name: 'that alerts are old before that they are silenced',
      status: status({
        maintenance,
        sections: section('alerts', 'stale'),
      }),
      expected: expect.objectContaining({ code: 'alerts_stale' }),
    },
    {
      name: 'a service that the account does not have',
      status: status({
        services: [service(), { id: 'PTYPO', source, found: false }],
      }),
      expected: {
        tone: 'look_today',
        code: 'service_not_found',
        params: { serviceId: 'PTYPO' },
      },
    },
    {
      name: 'a service that is disabled, though somebody is on call',
      status: status({ services: [service({ status: 'disabled' })] }),
      expected: {
        tone: 'look_today',
        code: 'service_pages_nobody',
        params: { impairment: 'disabled', service: 'Checkout', n: 1 },
      },
    },
    {
      name: 'how many services are disabled',
      status: status({
        services: [
          service({ status: 'disabled' }),
          service({ id: 'S2', status: 'disabled', name: 'Cart' }),
          service({ id: 'S3', withoutPolicy: true }),
        ],
      }),
      expected: {
        tone: 'look_today',
        code: 'service_pages_nobody',
        params: { impairment: 'disabled', service: 'Checkout', n: 2 },
      },
    },
    {
      name: 'a service without an escalation policy',
      status: status({
        services: [service({ withoutPolicy: true })],
        escalation: [],
      }),
      expected: {
        tone: 'look_today',
        code: 'service_pages_nobody',
        params: { impairment: 'without_policy', service: 'Checkout', n: 1 },
      },
    },
    {
      name: 'a service of which nobody knows whom it calls',
      status: status({ escalation: [] }),
      expected: {
        tone: 'unknown',
        code: 'service_may_page_nobody',
        params: { impairment: 'policy_unknown', service: 'Checkout', n: 1 },
      },
    },
    {
      name: 'that who is on call could not be read, rather than that one service misses it',
      status: status({
        escalation: [],
        sections: section('escalation', 'pending'),
      }),
      expected: { tone: 'unknown', code: 'not_read_yet' },
    },
    {
      name: 'a service in maintenance, before alerts in maintenance',
      status: status({
        services: [service({ status: 'maintenance' })],
        maintenance,
      }),
      expected: {
        tone: 'unknown',
        code: 'service_may_page_nobody',
        params: { impairment: 'in_maintenance', service: 'Checkout', n: 1 },
      },
    },
    {
      name: 'a service in a state that nobody knows',
      status: status({ services: [service({ status: 'unknown' })] }),
      expected: {
        tone: 'unknown',
        code: 'service_may_page_nobody',
        params: { impairment: 'status_unknown', service: 'Checkout', n: 1 },
      },
    },
    {
      name: 'an open incident before a service that is disabled',
      status: status({
        services: [service({ status: 'disabled' })],
        open: [incident({ status: 'acknowledged' })],
      }),
      expected: expect.objectContaining({ code: 'incidents_open' }),
    },
    {
      name: 'a level without people',
      status: status({
        escalation: [
          policy(
            level({ gaps: [gap], coverage: 'gaps' }),
            level({ level: 2, onCall: [], coverage: 'empty' }),
          ),
        ],
      }),
      expected: {
        tone: 'look_today',
        code: 'level_empty',
        params: { policy: 'Payments', level: 2 },
      },
    },
    {
      name: 'the first gap to come',
      status: status({
        escalation: [
          policy(
            level({
              coverage: 'gaps',
              gaps: [
                { from: '2026-03-20T00:00:00Z', to: '2026-03-21T00:00:00Z' },
              ],
            }),
            level({ level: 2, coverage: 'gaps', gaps: [gap] }),
          ),
        ],
      }),
      expected: {
        tone: 'look_today',
        code: 'gap_coming',
        params: { policy: 'Payments', level: 2, ...gap },
      },
    },
    {
      name: 'shifts that could not be read for a while',
      status: status({ sections: section('escalation', 'stale') }),
      expected: {
        tone: 'unknown',
        code: 'escalation_stale',
        params: { asOf: minutesAgo(30) },
      },
    },
    {
      name: 'alerts that could not be read for a while',
      status: status({ sections: section('alerts', 'stale') }),
      expected: {
        tone: 'unknown',
        code: 'alerts_stale',
        params: { asOf: minutesAgo(30) },
      },
    },
    {
      name: 'alerts that were never read',
      status: status({ sections: section('alerts', 'pending') }),
      expected: { tone: 'unknown', code: 'not_read_yet' },
    },
    {
      name: 'quiet, also where nobody set up alerts',
      status: status({ sections: section('alerts', 'not_configured') }),
      expected: {
        tone: 'fine',
        code: 'all_quiet',
        params: { person: 'Ada', to: ada.to, withoutAlerts: true },
      },
    },
    {
      name: 'that nobody reads an alert source which is configured wrongly',
      status: status({
        sections: {
          ...status().sections,
          alerts: {
            state: 'ok',
            asOf: minutesAgo(0),
            problem: {
              code: 'source_misconfigured',
              severity: 'error',
              message: 'The Prometheus "eu" is configured wrongly',
              params: { source: 'eu' },
            },
          },
        },
      }),
      expected: {
        tone: 'unknown',
        code: 'alerts_misconfigured',
        params: { source: 'eu' },
      },
    },
    {
      name: 'something of a Group that pages nobody',
      status: {
        ...status({}),
        portfolio: { entities: 5, withoutService: { n: 1, entityRefs: [] } },
      },
      expected: {
        tone: 'look_today',
        code: 'without_paging',
        params: { n: 1, entities: 5 },
      },
    },
    {
      name: 'quiet in several policies, naming nobody',
      status: status({
        escalation: [
          policy(level({ onCall: [ada] })),
          policy(level({ onCall: [ada] })),
        ],
      }),
      expected: { tone: 'fine', code: 'all_quiet', params: {} },
    },
    {
      name: 'quiet with somebody permanently on call',
      status: status({
        escalation: [
          policy(level({ onCall: [{ ...ada, from: null, to: null }] })),
        ],
      }),
      expected: { tone: 'fine', code: 'all_quiet', params: { person: 'Ada' } },
    },
  ])('says: $name', ({ status: given, expected }) => {
    expect(onCallVerdict(given, { now, targetSeconds: 300 })).toEqual(expected);
  });

  it('is not confused by an incident whose creation lies ahead of our clock', () => {
    const given = status({ open: [incident({ createdAt: minutesAgo(-2) })] });
    expect(onCallVerdict(given, { now, targetSeconds: 300 })).toEqual(
      expect.objectContaining({
        code: 'unacknowledged',
        params: expect.objectContaining({ oldestSeconds: 0 }),
      }),
    );
  });
});
