import { sourcesResponseSchema } from '@engineering-owner/backstage-plugin-common';
import {
  PagerDutySimulator,
  startPagerDutySimulator,
} from '@engineering-owner/demo-world';
import { component } from '../../__testUtils__/onCallSimulation';
import { startOnAccount } from '../../__testUtils__/startOnAccount';

jest.setTimeout(60_000);

const secret = 'from-the-rotation';

describe('webhooks of a simulated PagerDuty account', () => {
  let simulator: PagerDutySimulator;
  let plugin: Awaited<ReturnType<typeof startOnAccount>>;

  beforeAll(async () => {
    // Each needs the other's address; the backend's is known last.
    const webhook = { url: '', secret };
    simulator = await startPagerDutySimulator({
      port: 0,
      history: false,
      webhook,
    });
    plugin = await startOnAccount(simulator, {
      entities: [
        component('checkout', { 'pagerduty.com/service-id': 'PCHKOUT' }),
      ],
      account: { webhooks: { secrets: ['before-the-rotation', secret] } },
    });
    webhook.url = `http://127.0.0.1:${plugin.backend.server.port()}/api/engineering-owner/v1/webhooks/pagerduty/default`;
  });

  afterAll(() => simulator?.close());

  const openTitles = async () => {
    const { body } = await plugin.get(
      '/v1/entities/by-name/component/default/checkout/on-call',
    );
    return body.incidents.open.map(({ title }: { title: string }) => title);
  };
  const statusOf = async () => {
    const { body } = await plugin.get('/v1/sources');
    return sourcesResponseSchema
      .parse(body)
      .sources.find(({ id }) => id === 'pagerduty:default')?.webhooks;
  };
  async function within5Seconds(attempt: () => Promise<void>) {
    const end = Date.now() + 5_000;
    for (;;) {
      try {
        await attempt();
        return;
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  it('bring a new incident to the answer within 5 s, and take it out when it is resolved', async () => {
    const { services } = simulator.state.account;
    expect(services.map(({ id }) => id)).toContain('PCHKOUT');
    expect(await openTitles()).toEqual([]);

    const id = simulator.state.trigger({
      serviceId: 'PCHKOUT',
      title: 'The till rings twice',
      urgency: 'high',
    });

    await within5Seconds(async () =>
      expect(await openTitles()).toEqual(['The till rings twice']),
    );
    expect(await statusOf()).toMatchObject({ state: 'ok', refused: [] });

    const response = await fetch(`${simulator.url}/incidents/${id}`, {
      method: 'PUT',
      headers: {
        authorization: 'Token token=demo',
        'content-type': 'application/json',
        from: 'maya.okafor@parcel.example',
      },
      body: JSON.stringify({
        incident: { type: 'incident_reference', status: 'resolved' },
      }),
    });
    expect(response.status).toBe(200);
    await within5Seconds(async () => expect(await openTitles()).toEqual([]));
    await simulator.webhooksSettled();
    await within5Seconds(async () =>
      expect(await statusOf()).toMatchObject({
        pending: 0,
        refused: [],
        duplicates: 0,
      }),
    );
  });
});
