import { EventBody, IncidentEvent } from './event';
import { IncidentLog } from './incidentLog';

const agent = { type: 'service' as const, id: 'PS' };

function event(body: EventBody, at: number): IncidentEvent {
  return { ...body, id: `R${body.kind}${at}`, incidentId: 'Q1', at };
}

const trigger = event(
  {
    kind: 'trigger',
    agent,
    channel: 'api',
    title: 'Down',
    serviceId: 'PS',
    policyId: 'PP',
    urgency: 'high',
    incidentKey: 'key',
    priorityId: null,
    details: 'Down',
  },
  1000,
);
const escalate = event(
  { kind: 'escalate', agent, channel: 'timeout', assignees: ['PB'], level: 2 },
  5000,
);
const acknowledge = event(
  { kind: 'acknowledge', agent: { type: 'user', id: 'PA' }, channel: 'api' },
  3000,
);

describe('the incident log', () => {
  it('lets planned events happen when their time comes', () => {
    const log = new IncidentLog();
    log.plan([escalate, trigger]);
    log.advance(999);
    expect(log.incidents()).toEqual([]);
    log.advance(4999);
    expect(log.incident('Q1')?.state.level).toBe(1);
    log.advance(5000);
    expect(log.incident('Q1')?.state.level).toBe(2);
  });

  it('drops a planned escalation when somebody has answered', () => {
    const log = new IncidentLog();
    log.plan([trigger, escalate]);
    log.advance(2000);
    log.append(acknowledge);
    log.advance(6000);
    expect(log.incident('Q1')?.state).toMatchObject({
      status: 'acknowledged',
      level: 1,
    });
    expect(log.events()).toHaveLength(2);
  });

  it('tells listeners each event once, until they stop', () => {
    const log = new IncidentLog();
    const heard: string[] = [];
    const stop = log.listen(({ kind }) => heard.push(kind));
    log.append(trigger);
    log.append(acknowledge);
    stop();
    log.append(escalate);
    expect(heard).toEqual(['trigger', 'acknowledge']);
  });
});
