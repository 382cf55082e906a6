import { signatureOf } from '@engineering-owner/demo-world';
import { testAccount } from '../__testUtils__/account';
import { setupSimulator } from '../__testUtils__/simulator';
import { PagerDutyClient } from '../client/PagerDutyClient';
import { PagerDutySource } from '../onCall/PagerDutySource';
import { PagerDutyWebhooks } from './PagerDutyWebhooks';

const now = new Date('2026-03-18T10:00:00Z');
const options = { signal: new AbortController().signal };

/** A delivery as PagerDuty sends it, by the first of the secrets. */
function delivery(
  body: string,
  headers: Record<string, string> = {
    'x-pagerduty-signature': signatureOf(body, 'secret'),
    'x-webhook-id': 'W1',
  },
) {
  return {
    body: Buffer.from(body),
    header: (name: string) => headers[name.toLowerCase()],
  };
}

const event = (rest: object) => JSON.stringify({ event: rest });

describe('webhooks of a PagerDuty account', () => {
  const simulator = setupSimulator({ clock: () => now });
  const webhooks = () =>
    new PagerDutyWebhooks(new PagerDutyClient(testAccount()), ['secret']);

  it('are there for accounts with a secret only', () => {
    const of = (webhookSecrets: string[]) =>
      new PagerDutySource(new PagerDutyClient(testAccount({ webhookSecrets })));
    expect(of(['secret']).webhooks).toBeDefined();
    expect(of([]).webhooks).toBeUndefined();
  });

  it.each([
    [
      {
        event_type: 'incident.triggered',
        data: { id: 'Q1', type: 'incident' },
      },
      { incidentId: 'Q1' },
    ],
    [
      {
        event_type: 'incident.annotated',
        data: { id: 'N1', type: 'incident_note', incident: { id: 'Q1' } },
      },
      { incidentId: 'Q1' },
    ],
    [
      {
        event_type: 'incident.a_kind_to_come',
        data: { id: 'X1', type: 'something' },
      },
      {},
    ],
    [
      { event_type: 'service.updated', data: { id: 'P1', type: 'service' } },
      { serviceId: 'P1' },
    ],
    [{ event_type: 'pagey.ping', data: { message: 'Hello' } }, {}],
    [{ event_type: 'pagey.ping', data: null }, {}],
    [{ event_type: 'pagey.ping' }, {}],
  ])('name what changed: %j', (body, expected) => {
    expect(webhooks().receive(delivery(event(body)))).toEqual({
      result: 'genuine',
      notice: { deliveryId: 'W1', event: body.event_type, ...expected },
    });
  });

  it('say when it happened, where they do', () => {
    const received = (occurred_at: unknown) =>
      webhooks().receive(delivery(event({ event_type: 'x', occurred_at })));
    expect(received('2026-03-18T10:00:00+01:00')).toMatchObject({
      notice: { occurredAt: '2026-03-18T09:00:00.000Z' },
    });
    expect(received('yesterday')).toEqual({
      result: 'genuine',
      notice: { deliveryId: 'W1', event: 'x' },
    });
  });

  it('are known without an id of the delivery', () => {
    const body = event({ event_type: 'pagey.ping' });
    expect(
      webhooks().receive(
        delivery(body, {
          'x-pagerduty-signature': signatureOf(body, 'secret'),
        }),
      ),
    ).toEqual({ result: 'genuine', notice: { event: 'pagey.ping' } });
  });

  it.each([
    ['', 'malformed'],
    ['{"event":', 'malformed'],
    ['null', 'malformed'],
    ['[]', 'malformed'],
    ['{}', 'malformed'],
    [event({}), 'malformed'],
    [event({ event_type: 7 }), 'malformed'],
    [event({ event_type: 'x'.repeat(300) }), 'malformed'],
    [event({ event_type: 'in\u0000cident' }), 'malformed'],
    [event({ event_type: 'x', data: [] }), 'malformed'],
    ['\ufffe', 'malformed'],
  ])('that are signed and no event are refused: %j', (body, reason) => {
    expect(webhooks().receive(delivery(body))).toEqual({
      result: 'refused',
      reason,
    });
  });

  it.each(['../users', 'Q1/../..', 'Q'.repeat(300), 'Q\u0000', ''])(
    'never name an incident by something that is no id: %j',
    id => {
      const body = event({
        event_type: 'incident.triggered',
        data: { id, type: 'incident' },
      });
      expect(webhooks().receive(delivery(body))).toEqual({
        result: 'genuine',
        notice: { deliveryId: 'W1', event: 'incident.triggered' },
      });
    },
  );

  it('without or with a wrong signature are refused before they are read', () => {
    expect(webhooks().receive(delivery('{', {}))).toEqual({
      result: 'refused',
      reason: 'unsigned',
    });
    expect(
      webhooks().receive(
        delivery('{', { 'x-pagerduty-signature': signatureOf('{', 'other') }),
      ),
    ).toEqual({ result: 'refused', reason: 'wrong_signature' });
  });

  it('have the whole log of an incident read', async () => {
    const [{ incidentId }] = simulator.state.log.events();
    const { events } = simulator.state.log.incident(incidentId)!;

    const log = await webhooks().readLog(incidentId, options);

    expect(log.map(({ id }) => id).sort()).toEqual(
      events.map(({ id }) => id).sort(),
    );
    expect(await webhooks().readLog('QNONE', options)).toEqual([]);
  });

  it('have services read, and do not take one that cannot be read for none', async () => {
    const [{ id, name }] = simulator.state.account.services;
    expect(await webhooks().readServices([id, 'PNONE'], options)).toEqual([
      expect.objectContaining({ id, name }),
    ]);

    simulator.state.faults.set({
      kind: 'missing_scope',
      pathPrefix: '/services',
    });
    await expect(webhooks().readServices([id], options)).rejects.toThrow('403');
  });
});
