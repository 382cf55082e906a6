import { createServer, IncomingHttpHeaders, Server } from 'http';
import { AddressInfo } from 'net';
import { PagerDutySimulator, startPagerDutySimulator } from './simulator';
import { isSignedWith } from './webhooks/signature';

interface Delivery {
  headers: IncomingHttpHeaders;
  body: string;
}

const headers = {
  authorization: 'Token token=demo',
  from: 'maya.okafor@parcel.example',
  'content-type': 'application/json',
};

describe('the simulator over HTTP', () => {
  let simulator: PagerDutySimulator;
  let subscriber: Server;
  let deliveries: Delivery[];
  let statuses: number[];

  beforeEach(async () => {
    deliveries = [];
    statuses = [];
    subscriber = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      deliveries.push({
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      response.statusCode = statuses.shift() ?? 202;
      response.end();
    });
    await new Promise<void>(resolve => {
      subscriber.listen(0, '127.0.0.1', resolve);
    });
    const { port } = subscriber.address() as AddressInfo;
    simulator = await startPagerDutySimulator({
      port: 0,
      webhook: { url: `http://127.0.0.1:${port}/hook`, secret: 'secret' },
    });
  });

  afterEach(async () => {
    await simulator.close();
    await new Promise(resolve => {
      subscriber.close(resolve);
    });
  });

  async function json(path: string, init: RequestInit = {}) {
    const response = await fetch(`${simulator.url}${path}`, {
      headers,
      ...init,
    });
    return { status: response.status, body: await response.json() };
  }

  async function openIncident(): Promise<string> {
    const { body } = await json('/_simulator/incidents', {
      method: 'POST',
      body: JSON.stringify({
        service_id: 'PLABELP',
        title: 'Printer on fire – ¡ayuda!',
        urgency: 'high',
      }),
    });
    return body.id;
  }

  it('listens on 127.0.0.1 and gives rate-limit headers', async () => {
    expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${simulator.url}/services`, { headers });
    expect(response.headers.get('ratelimit-limit')).toBe('960');
    expect(await response.json()).toMatchObject({ more: false, total: null });
    expect(simulator.state.requests.count('GET /services')).toBe(1);
  });

  it('answers 404 in PagerDuty’s words for what it does not simulate', async () => {
    expect(await json('/analytics/raw/incidents')).toEqual({
      status: 404,
      body: {
        error: {
          message: 'Not Found',
          code: 2100,
          errors: ['GET /analytics/raw/incidents is not simulated'],
        },
      },
    });
  });

  it('tells the truth that its API answers', async () => {
    const truth = (await json('/_simulator/truth')).body;
    const { oncalls } = (await json('/oncalls?escalation_policy_ids[]=PPSTORE'))
      .body;
    expect(
      truth.onCall
        .filter((one: { policyId: string }) => one.policyId === 'PPSTORE')
        .map((one: { userId: string; end: string }) => [one.userId, one.end]),
    ).toEqual(
      oncalls.map((one: { user: { id: string }; end: string }) => [
        one.user.id,
        one.end,
      ]),
    );
    const { incidents } = (
      await json('/incidents?service_ids[]=PCHKOUT&statuses[]=triggered')
    ).body;
    expect(
      truth.openIncidents.PCHKOUT.map((i: { id: string }) => i.id),
    ).toEqual(incidents.map((i: { id: string }) => i.id));
    expect(truth.incidents).toHaveLength(
      simulator.state.log.incidents().length,
    );
  });

  it('signs the raw body of each webhook, in order, each with its own id', async () => {
    const id = await openIncident();
    for (const status of ['acknowledged', 'resolved']) {
      await json(`/incidents/${id}`, {
        method: 'PUT',
        body: JSON.stringify({
          incident: { type: 'incident_reference', status },
        }),
      });
    }
    await simulator.webhooksSettled();
    const events = deliveries.map(({ body }) => JSON.parse(body).event);
    expect(events.map(event => event.event_type)).toEqual([
      'incident.triggered',
      'incident.acknowledged',
      'incident.resolved',
    ]);
    expect(events[0].data.assignees).toMatchObject([
      { id: simulator.state.truth.onCall('PPFULFI', 1)?.userId },
    ]);
    expect(events[1]).toMatchObject({
      resource_type: 'incident',
      agent: { id: 'PMAYAOK', type: 'user_reference' },
      data: { id, type: 'incident', status: 'acknowledged' },
    });
    deliveries.forEach(({ headers: sent, body }) => {
      const signature = String(sent['x-pagerduty-signature']);
      expect(isSignedWith(signature, body, 'secret')).toBe(true);
      expect(sent['x-webhook-subscription']).toBe('PWEBHOK');
    });
    const ids = deliveries.map(delivery => delivery.headers['x-webhook-id']);
    expect(new Set(ids).size).toBe(3);
  });

  it('tries again with the same id after a 500, and not after a 400', async () => {
    statuses = [500, 400];
    await openIncident();
    await simulator.webhooksSettled();
    expect(deliveries).toHaveLength(2);
    expect(deliveries[0].headers['x-webhook-id']).toBe(
      deliveries[1].headers['x-webhook-id'],
    );
    expect(deliveries[0].body).toBe(deliveries[1].body);
  });

  it('refuses an incident on a service that does not exist', async () => {
    const { status, body } = await json('/_simulator/incidents', {
      method: 'POST',
      body: JSON.stringify({ service_id: 'PNONE', title: 'x' }),
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('PNONE');
  });
});
