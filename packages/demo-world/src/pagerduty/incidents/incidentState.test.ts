import { EventBody, IncidentEvent } from './event';
import { ImpossibleEventError, incidentStateOf } from './incidentState';

const agent = { type: 'user' as const, id: 'PA' };
const base = { agent, channel: 'website' as const };

const trigger: EventBody = {
  ...base,
  kind: 'trigger',
  title: 'Down',
  serviceId: 'PS',
  policyId: 'PP',
  urgency: 'high',
  incidentKey: 'key',
  priorityId: null,
  details: 'Down',
};
const acknowledge: EventBody = { ...base, kind: 'acknowledge' };
const unacknowledge: EventBody = { ...base, kind: 'unacknowledge' };
const reopen: EventBody = { ...base, kind: 'reopen' };
const assign: EventBody = {
  ...base,
  kind: 'assign',
  assignees: ['PA'],
  direct: false,
};
const reassign: EventBody = {
  ...base,
  kind: 'assign',
  assignees: ['PB'],
  direct: true,
};
const escalate: EventBody = {
  ...base,
  kind: 'escalate',
  assignees: ['PC'],
  level: 2,
};
const resolve: EventBody = {
  ...base,
  kind: 'resolve',
  mergedInto: null,
  resolution: null,
};

function events(...bodies: EventBody[]): IncidentEvent[] {
  return bodies.map((body, position) => ({
    ...body,
    id: `R${position}`,
    incidentId: 'Q1',
    at: position * 60_000,
  }));
}

describe('the state of an incident', () => {
  it('carries acknowledgements and assignments while it is open', () => {
    expect(incidentStateOf(events(trigger, assign, acknowledge))).toMatchObject(
      {
        status: 'acknowledged',
        assignments: [{ at: 60_000, userId: 'PA' }],
        acknowledgements: [{ at: 120_000, acknowledger: agent }],
        resolvedAt: null,
      },
    );
  });

  it('has neither once it is resolved', () => {
    expect(
      incidentStateOf(events(trigger, assign, acknowledge, resolve)),
    ).toMatchObject({
      status: 'resolved',
      assignments: [],
      acknowledgements: [],
      resolvedAt: 180_000,
    });
  });

  it('names the incident that it was merged into', () => {
    const merge: EventBody = {
      ...base,
      kind: 'resolve',
      mergedInto: 'Q2',
      resolution: null,
    };
    expect(incidentStateOf(events(trigger, merge)).mergedInto).toBe('Q2');
  });

  it.each([
    ['an acknowledgement that lapses', unacknowledge, 'escalation_policy', 1],
    ['an escalation', escalate, 'escalation_policy', 2],
    ['a reassignment', reassign, 'direct_assignment', 1],
  ] as const)('is triggered again by %s', (_, event, assignedVia, level) => {
    expect(
      incidentStateOf(events(trigger, assign, acknowledge, event)),
    ).toMatchObject({
      status: 'triggered',
      acknowledgements: [],
      assignedVia,
      level,
    });
  });

  it('opens again at level 1 and takes the last resolve', () => {
    const reopened = events(trigger, escalate, resolve, reopen);
    expect(incidentStateOf(reopened)).toMatchObject({
      status: 'triggered',
      level: 1,
      resolvedAt: null,
    });
    expect(
      incidentStateOf(
        events(trigger, escalate, resolve, reopen, acknowledge, resolve),
      ).resolvedAt,
    ).toBe(300_000);
  });

  it.each([
    ['an acknowledgement after the resolve', [trigger, resolve, acknowledge]],
    ['a second resolve', [trigger, resolve, resolve]],
    ['an escalation after the resolve', [trigger, resolve, escalate]],
    ['a lapse without an acknowledgement', [trigger, unacknowledge]],
    ['a reopen while it is open', [trigger, reopen]],
    ['a second trigger', [trigger, trigger]],
    ['anything before the trigger', [assign]],
  ])('cannot come from %s', (_, bodies) => {
    expect(() => incidentStateOf(events(...bodies))).toThrow(
      ImpossibleEventError,
    );
  });
});
