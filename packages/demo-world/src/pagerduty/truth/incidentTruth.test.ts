import { Actor, EventBody, IncidentEvent } from '../incidents/event';
import { IncidentLog } from '../incidents/incidentLog';
import { incidentTruthOf } from './incidentTruth';

const service: Actor = { type: 'service', id: 'PS' };
const ann: Actor = { type: 'user', id: 'PANN' };
const bob: Actor = { type: 'user', id: 'PBOB' };

const trigger = (agent: Actor): EventBody => ({
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
});
const acknowledge = (agent: Actor): EventBody => ({
  kind: 'acknowledge',
  agent,
  channel: 'website',
});
const resolve = (agent: Actor): EventBody => ({
  kind: 'resolve',
  agent,
  channel: 'api',
  mergedInto: null,
  resolution: null,
});
const lapse: EventBody = {
  kind: 'unacknowledge',
  agent: service,
  channel: 'timeout',
};
const reopen: EventBody = { kind: 'reopen', agent: ann, channel: 'website' };

function truthOf(...steps: Array<[seconds: number, body: EventBody]>) {
  const log = new IncidentLog();
  steps.forEach(([seconds, body], position) => {
    const event: IncidentEvent = {
      ...body,
      id: `R${position}`,
      incidentId: 'Q1',
      at: seconds * 1000,
    };
    log.append(event);
  });
  return incidentTruthOf(log.incidents()[0]);
}

describe('what happened to an incident', () => {
  it('keeps the first acknowledgement when it lapses', () => {
    const truth = truthOf(
      [0, trigger(service)],
      [90, acknowledge(ann)],
      [1890, lapse],
      [2000, acknowledge(bob)],
      [2600, resolve(bob)],
    );
    expect(truth).toMatchObject({
      firstUserAcknowledgement: { at: 90_000, userId: 'PANN' },
      secondsToAcknowledge: 90,
      secondsToResolve: 2600,
      flags: { acknowledgementLapsed: true, autoResolved: false },
    });
  });

  it('takes the last resolve, without the time spent resolved', () => {
    expect(
      truthOf(
        [0, trigger(service)],
        [600, resolve(ann)],
        [1600, reopen],
        [1900, resolve(ann)],
      ),
    ).toMatchObject({
      resolvedAt: 1_900_000,
      secondsToResolve: 900,
      flags: { reopened: true },
    });
  });

  it('does not take an automation’s acknowledgement for a person’s', () => {
    expect(
      truthOf(
        [0, trigger(service)],
        [10, acknowledge(service)],
        [60, resolve(service)],
      ),
    ).toMatchObject({
      firstUserAcknowledgement: null,
      secondsToAcknowledge: null,
      flags: { acknowledgedByService: true, autoResolved: true },
    });
  });

  it('notices who acknowledges what they opened', () => {
    expect(
      truthOf([0, trigger(ann)], [0, acknowledge(ann)]).flags,
    ).toMatchObject({ createdByAcknowledger: true });
    expect(
      truthOf([0, trigger(ann)], [5, acknowledge(bob)]).flags,
    ).toMatchObject({ createdByAcknowledger: false });
  });

  it('has no time to resolve while it is open', () => {
    expect(truthOf([0, trigger(service)])).toMatchObject({
      resolvedAt: null,
      secondsToResolve: null,
    });
  });
});
