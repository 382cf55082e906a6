import {
  IncidentStatus,
  OnCallResponse,
  OwnershipResponse,
  RunbooksResponse,
  SectionStatus,
  SlosResponse,
} from '@engineering-owner/backstage-plugin-common';
import { summarise } from './summarise';

const entityRef = 'component:default/checkout';
const now = new Date('2026-11-23T10:30:00.000Z');
const source = { type: 'pagerduty', name: 'default' };
const ok: SectionStatus = { state: 'ok', asOf: '2026-11-23T10:00:00.000Z' };
const stale: SectionStatus = { ...ok, state: 'stale' };
const off: SectionStatus = { state: 'not_configured' };

const ownership: OwnershipResponse = {
  entityRef,
  escalation: [],
  sections: { escalation: ok },
  problems: [],
};
const slos: SlosResponse = { entityRef, slos: [], problems: [] };
const runbooks: RunbooksResponse = {
  entityRef,
  runbooks: [],
  firing: [],
  alertsWithoutRunbook: [],
  sections: { alerts: ok },
  problems: [],
};
const times = { n: 0, fewIncidents: true, excluded: {} };
const onCall: OnCallResponse = {
  entityRef,
  services: [],
  escalation: [],
  incidents: { open: [], recent: [] },
  responseTimes: { periodDays: 30, mtta: times, mttr: times },
  alerts: [],
  sections: { incidents: ok, escalation: ok, alerts: ok },
  problems: [],
};

const summariseOnCall = (changes: Partial<OnCallResponse>) =>
  summarise(
    { ownership, slos, runbooks, onCall: { ...onCall, ...changes } },
    now,
  ).onCall;

const incident = (
  status: IncidentStatus['status'],
  createdAt: string,
): IncidentStatus => ({
  id: createdAt,
  title: 'Down',
  source,
  service: { id: 'P', name: 'Checkout' },
  urgency: 'high',
  status,
  createdAt,
  assignees: [],
});

describe('summarise', () => {
  it('invents nothing where there is nothing', () => {
    expect(summarise({ ownership, slos, runbooks, onCall }, now)).toEqual({
      entityRef,
      ownership: { problemCount: 0 },
      onCall: {
        section: ok,
        services: 0,
        now: [],
        openIncidents: 0,
        unacknowledged: 0,
        firingAlerts: 0,
        silencedAlerts: 0,
      },
      slos: { count: 0, problemCount: 0 },
      runbooks: { count: 0, alertsWithoutRunbook: 0 },
    });
  });

  it.each<[string, OnCallResponse['sections'], SectionStatus]>([
    ['as good as all', { incidents: ok, escalation: ok, alerts: ok }, ok],
    ['old', { incidents: stale, escalation: ok, alerts: ok }, stale],
    [
      'old with alerts',
      { incidents: ok, escalation: ok, alerts: stale },
      stale,
    ],
    ['fine without alerts', { incidents: ok, escalation: ok, alerts: off }, ok],
    ['off', { incidents: off, escalation: off, alerts: ok }, off],
  ])('on-call is %s', (_, sections, section) => {
    expect(summariseOnCall({ sections }).section).toBe(section);
  });

  it('counts what nobody has acknowledged of high urgency, and since when', () => {
    expect(
      summariseOnCall({
        incidents: {
          open: [
            incident('triggered', '2026-11-23T10:00:00.000Z'),
            incident('acknowledged', '2026-11-23T08:00:00.000Z'),
            {
              ...incident('triggered', '2026-11-01T09:00:00.000Z'),
              reopenedAt: '2026-11-23T09:00:00.000Z',
            },
            {
              ...incident('triggered', '2026-11-23T07:00:00.000Z'),
              urgency: 'low',
            },
          ],
          recent: [incident('resolved', '2026-11-22T09:00:00.000Z')],
        },
      }),
    ).toMatchObject({
      openIncidents: 4,
      unacknowledged: 2,
      // Since it was reopened, not since it was there first.
      oldestUnacknowledgedAt: '2026-11-23T09:00:00.000Z',
    });
  });

  it('counts silenced alerts apart, and says until when', () => {
    const alert = {
      source: { type: 'alertmanager', name: 'main' },
      fingerprint: 'f',
      name: 'Errors',
      state: 'firing' as const,
      since: '2026-11-23T09:00:00.000Z',
      labels: {},
    };
    const elsewhere = { type: 'alertmanager', name: 'us' };
    const endsAt = '2026-11-23T12:00:00.000Z';
    expect(
      summariseOnCall({
        alerts: [
          alert,
          {
            ...alert,
            suppression: {
              silencedBy: [{ id: 's', endsAt }],
              inhibited: false,
              mutedBy: [],
              until: endsAt,
            },
          },
        ],
        maintenance: [
          {
            source: alert.source,
            elsewhere: [elsewhere],
            silenceId: 's',
            startsAt: alert.since,
            endsAt,
            createdBy: 'ada',
            comment: '',
          },
        ],
      }),
    ).toMatchObject({
      firingAlerts: 1,
      silencedAlerts: 1,
      silencedUntil: endsAt,
      maintenanceUntil: endsAt,
      maintenanceElsewhere: [elsewhere],
    });
  });

  it('names the open incident that needs somebody most, without people', () => {
    const worst = {
      ...incident('triggered', '2026-11-23T10:00:00.000Z'),
      url: 'https://pagerduty.example/Q1',
      assignees: [{ responderId: 'PADA', name: 'Ada' }],
    };
    const other = incident('acknowledged', '2026-11-23T08:00:00.000Z');
    expect(
      summariseOnCall({ incidents: { open: [worst, other], recent: [] } })
        .worstIncident,
    ).toEqual({
      id: worst.id,
      title: 'Down',
      url: 'https://pagerduty.example/Q1',
      source,
      urgency: 'high',
      status: 'triggered',
      createdAt: '2026-11-23T10:00:00.000Z',
    });
  });

  it('names the service that does not exist', () => {
    const service = { source, found: true };
    expect(
      summariseOnCall({
        services: [
          { ...service, id: 'P1' },
          { ...service, id: 'P2', found: false },
        ],
      }),
    ).toMatchObject({
      services: 2,
      named: [
        { source, id: 'P1' },
        { source, id: 'P2' },
      ],
      missingService: 'P2',
    });
  });

  it('names the source of alerts that is configured wrongly', () => {
    const problem = {
      code: 'source_misconfigured',
      severity: 'error',
      message: 'no baseUrl',
      params: { source: 'eu' },
    } as const;
    expect(
      summariseOnCall({
        sections: { ...onCall.sections, alerts: { ...ok, problem } },
      }),
    ).toMatchObject({ section: ok, misconfiguredAlerts: 'eu' });
  });

  it('names the service that pages nobody', () => {
    const service = { source, found: true, status: 'active' };
    expect(
      summariseOnCall({
        services: [
          { ...service, id: 'P1', status: 'maintenance' },
          { ...service, id: 'P2', status: 'disabled' },
        ],
      }),
    ).toMatchObject({
      impaired: { impairment: 'disabled', service: 'P2', n: 1 },
    });
  });

  it('counts what is wrong with the definitions of SLOs', () => {
    const problem = {
      code: 'openslo',
      severity: 'error',
      message: 'slos.yaml:3',
    } as const;
    expect(
      summarise(
        {
          ownership,
          onCall,
          runbooks,
          slos: { ...slos, problems: [problem, problem] },
        },
        now,
      ).slos,
    ).toEqual({ count: 0, problemCount: 2 });
  });

  it('names the first level of each policy, even when it is empty', () => {
    const level = {
      delayMinutes: 5,
      gaps: [],
      coverage: 'covered' as const,
    };
    const turn = {
      person: { responderId: 'PADA', name: 'Ada' },
      from: null,
      to: null,
    };
    const policy = (name: string) => ({
      policy: { id: name, name },
      source,
      serviceIds: [],
    });
    expect(
      summariseOnCall({
        escalation: [
          {
            ...policy('Storefront'),
            levels: [
              { ...level, level: 2, onCall: [] },
              { ...level, level: 1, onCall: [turn] },
            ],
          },
          { ...policy('Empty'), levels: [] },
          {
            ...policy('Deputies only'),
            levels: [
              { ...level, level: 1, onCall: [] },
              { ...level, level: 2, onCall: [turn] },
            ],
          },
        ],
      }).now,
    ).toEqual([
      { policy: 'Storefront', turns: [turn], covered: true },
      { policy: 'Empty', turns: [], covered: false },
      { policy: 'Deputies only', turns: [], covered: true },
    ]);
  });
});
