import { escalationPolicy } from './escalationPolicy';
import { incident } from './incident';
import { logEntry } from './logEntry';
import { onCall } from './onCall';
import { service } from './service';
import { user } from './user';

const ref = (id: string, type = 'x_reference') => ({
  id,
  type,
  summary: `Name of ${id}`,
  self: null,
  html_url: `https://demo.pagerduty.com/${id}`,
});

describe('service', () => {
  it('is read with its policy, teams and link', () => {
    expect(
      service.parse({
        id: 'S1',
        name: 'Checkout',
        html_url: 'https://demo.pagerduty.com/S1',
        status: 'warning',
        escalation_policy: ref('P1'),
        teams: [ref('T1')],
      }),
    ).toEqual({
      id: 'S1',
      name: 'Checkout',
      url: 'https://demo.pagerduty.com/S1',
      status: 'warning',
      escalationPolicyId: 'P1',
      teamIds: ['T1'],
    });
  });

  it('survives what is missing, new or dangerous', () => {
    expect(
      service.parse({
        id: 'S1',
        name: 'Checkout',
        html_url: 'data:text/html,hello',
        status: 'hibernating',
        escalation_policy: null,
        teams: null,
      }),
    ).toEqual({ id: 'S1', name: 'Checkout', status: 'unknown', teamIds: [] });
  });
});

describe('escalationPolicy', () => {
  it('numbers its rules as levels and keeps an empty one', () => {
    expect(
      escalationPolicy.parse({
        id: 'P1',
        name: 'Payments',
        num_loops: 2,
        escalation_rules: [
          {
            escalation_delay_in_minutes: 5,
            targets: [
              ref('SCHED1', 'schedule_reference'),
              ref('SCHED3', 'schedule_v3_reference'),
              ref('U1', 'user_reference'),
            ],
          },
          { escalation_delay_in_minutes: 30, targets: [] },
        ],
      }),
    ).toEqual({
      id: 'P1',
      name: 'Payments',
      repeats: 2,
      levels: [
        {
          level: 1,
          delayMinutes: 5,
          targets: [
            { type: 'schedule', id: 'SCHED1', name: 'Name of SCHED1' },
            { type: 'schedule', id: 'SCHED3', name: 'Name of SCHED3' },
            { type: 'responder', id: 'U1', name: 'Name of U1' },
          ],
        },
        { level: 2, delayMinutes: 30, targets: [] },
      ],
    });
  });
});

describe('user', () => {
  it('keeps a time zone only if it is one', () => {
    const row = { id: 'U1', name: 'Ada', email: 'ada@example.test' };
    expect(user.parse({ ...row, time_zone: 'Asia/Kolkata' })).toEqual({
      id: 'U1',
      name: 'Ada',
      email: 'ada@example.test',
      timeZone: 'Asia/Kolkata',
    });
    expect(user.parse({ ...row, email: null, time_zone: 'Mars' })).toEqual({
      id: 'U1',
      name: 'Ada',
    });
  });
});

describe('onCall', () => {
  const row = {
    escalation_policy: ref('P1'),
    escalation_level: 2,
    user: ref('U1'),
  };

  it('turns times of any zone into UTC', () => {
    expect(
      onCall.parse({
        ...row,
        schedule: ref('SCHED1'),
        start: '2015-03-06T15:28:51-05:00',
        end: '2015-03-07T15:28:51-05:00',
      }),
    ).toEqual({
      policyId: 'P1',
      level: 2,
      responderId: 'U1',
      scheduleId: 'SCHED1',
      scheduleName: 'Name of SCHED1',
      start: '2015-03-06T20:28:51.000Z',
      end: '2015-03-07T20:28:51.000Z',
    });
  });

  it('keeps the null times of a permanent one', () => {
    expect(
      onCall.parse({ ...row, schedule: null, start: null, end: null }),
    ).toEqual({
      policyId: 'P1',
      level: 2,
      responderId: 'U1',
      start: null,
      end: null,
    });
  });

  it.each([
    { ...row, start: null },
    { ...row, start: 'now', end: null },
    { ...row, user: null, start: null, end: null },
  ])('refuses %j', given => {
    expect(onCall.safeParse(given).success).toBe(false);
  });
});

describe('incident', () => {
  const row = {
    id: 'Q1',
    incident_number: 12,
    title: 'checkout answers with errors',
    html_url: 'https://demo.pagerduty.com/incidents/Q1',
    service: ref('S1'),
    escalation_policy: ref('P1'),
    urgency: 'high',
    priority: { id: 'PR1', summary: 'P1', name: 'P1' },
    status: 'triggered',
    created_at: '2026-03-02T10:00:00Z',
    resolved_at: null,
    resolve_reason: null,
    assignments: [{ at: '2026-03-02T10:00:00Z', assignee: ref('U1') }],
  };

  it('is read with all it has', () => {
    expect(incident.parse(row)).toEqual({
      id: 'Q1',
      number: 12,
      title: 'checkout answers with errors',
      url: 'https://demo.pagerduty.com/incidents/Q1',
      serviceId: 'S1',
      policyId: 'P1',
      urgency: 'high',
      priority: 'P1',
      status: 'triggered',
      createdAt: '2026-03-02T10:00:00.000Z',
      assignees: [{ id: 'U1', name: 'Name of U1' }],
    });
  });

  it('is read without assignee and priority', () => {
    const read = incident.parse({ ...row, assignments: [], priority: null });
    expect(read).toEqual(expect.objectContaining({ assignees: [] }));
    expect(read).not.toHaveProperty('priority');
  });

  it('is nothing of ours without a service', () => {
    expect(incident.parse({ ...row, service: null })).toBeUndefined();
  });

  it('knows when it was resolved and into what it was merged', () => {
    const resolved = incident.parse({
      ...row,
      status: 'resolved',
      resolved_at: '2026-03-02T10:30:00Z',
      assignments: [],
      resolve_reason: { type: 'merge_resolve_reason', incident: ref('Q2') },
    });
    expect(resolved).toEqual(
      expect.objectContaining({
        resolvedAt: '2026-03-02T10:30:00.000Z',
        mergedInto: 'Q2',
      }),
    );
  });

  it('takes the last status change for the resolve where that is missing', () => {
    const resolved = incident.parse({
      ...row,
      status: 'resolved',
      last_status_change_at: '2026-03-02T10:31:00Z',
    });
    expect(resolved?.resolvedAt).toBe('2026-03-02T10:31:00.000Z');
  });
});

describe('logEntry', () => {
  const row = {
    id: 'R1',
    created_at: '2026-03-02T10:01:00Z',
    incident: ref('Q1', 'incident_reference'),
    agent: ref('U1', 'user_reference'),
    channel: { type: 'website' },
  };

  it.each([
    ['acknowledge_log_entry', 'acknowledge'],
    ['acknowledgement_log_entry', 'acknowledge'],
    ['trigger_log_entry', 'trigger'],
    ['resolve_log_entry', 'resolve'],
    ['unacknowledge_log_entry', 'unacknowledge'],
    ['urgency_change_log_entry', 'urgency_change'],
    ['exhaust_escalation_path_log_entry', 'other'],
    ['something_new_log_entry', 'other'],
  ])('%s means %s', (type, kind) => {
    expect(logEntry.parse({ ...row, type })).toEqual({
      id: 'R1',
      incidentId: 'Q1',
      at: '2026-03-02T10:01:00.000Z',
      kind,
      agent: { type: 'user', id: 'U1', name: 'Name of U1' },
      channel: 'website',
    });
  });

  it.each([
    ['user', 'user'],
    ['service_reference', 'service'],
    ['generic_email_inbound_integration_reference', 'integration'],
    ['event_rule_reference', 'other'],
  ])('an agent of type %s is a %s', (type, expected) => {
    const entry = logEntry.parse({
      ...row,
      type: 'resolve_log_entry',
      agent: ref('A1', type),
    });
    expect(entry.agent.type).toBe(expected);
  });

  it.each([
    [
      { name: 'priority', value: 'P2' },
      { kind: 'priority_change', priority: 'P2' },
    ],
    [
      { name: 'priority', value: null },
      { kind: 'priority_change', priority: null },
    ],
    [
      { name: 'priority', value: '' },
      { kind: 'priority_change', priority: null },
    ],
    [
      { name: 'priority', value: { id: 'PR2', summary: 'P2' } },
      { kind: 'priority_change', priority: 'P2' },
    ],
    [{ name: 'priority', value: 'PIZW265' }, { kind: 'priority_change' }],
    [{ name: 'priority', value: 130 }, { kind: 'priority_change' }],
    [{ name: 'priority' }, { kind: 'priority_change' }],
    [
      { name: 'urgency', value: 'low' },
      { kind: 'urgency_change', urgency: 'low' },
    ],
    [{ name: 'urgency', value: 'loud' }, { kind: 'urgency_change' }],
    [{ name: 'service', value: 'PIZW265' }, { kind: 'other' }],
    ['priority', { kind: 'other' }],
  ])('says what became of a field: %j', (field, expected) => {
    const { agent, at, channel, id, incidentId, ...rest } = logEntry.parse({
      ...row,
      type: 'field_value_change_log_entry',
      channel: {
        type: 'website',
        changeset: { application_fields: [field], custom_attributes: {} },
      },
    });
    expect(channel).toBe('website');
    expect(rest).toEqual(expected);
  });

  it.each([undefined, {}, { application_fields: null }, 'priority', []])(
    'survives an edit of nothing: %j',
    each => {
      const edited = (type: string) =>
        logEntry.parse({
          ...row,
          type,
          channel: { type: 'api', changeset: each },
        }).kind;
      expect(edited('field_value_change_log_entry')).toBe('other');
      expect(edited('urgency_change_log_entry')).toBe('urgency_change');
    },
  );

  it('says how and who was notified', () => {
    const entry = logEntry.parse({
      ...row,
      type: 'notify_log_entry',
      user: ref('U2', 'user_reference'),
      channel: { type: 'auto', notification: { type: 'sms_notification' } },
    });
    expect(entry).toEqual(
      expect.objectContaining({ channel: 'sms', responderIds: ['U2'] }),
    );
  });

  it('says to whom it was given', () => {
    const entry = logEntry.parse({
      ...row,
      type: 'escalate_log_entry',
      assignees: [ref('U2'), ref('U3')],
    });
    expect(entry.responderIds).toEqual(['U2', 'U3']);
  });

  it.each([{ id: null, type: 'user_reference' }, { id: '' }, 'service', []])(
    'keeps an entry whose agent is %o, which is nobody',
    agent => {
      expect(
        logEntry.parse({ ...row, type: 'trigger_log_entry', agent }).agent,
      ).toEqual({
        type: 'other',
      });
    },
  );

  it('survives an entry without agent and channel', () => {
    const entry = logEntry.parse({
      ...row,
      type: 'resolve_log_entry',
      agent: null,
      channel: null,
    });
    expect(entry.agent).toEqual({ type: 'other' });
    expect(entry).not.toHaveProperty('channel');
  });
});
