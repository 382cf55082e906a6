import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { apiUrl } from './browser.mjs';
import { openIncident, resolveIncident } from './demoWorld.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

const service = 'checkout';
const address = `${apiUrl}/engineering-owner/v1/webhooks/pagerduty`;
const secret = process.env.PAGERDUTY_WEBHOOK_SECRET || 'demo';
/** A poll comes once a minute. */
const soon = { patience: 5_000, every: 200 };

const signed = (body, by = secret) =>
  `v1=${createHmac('sha256', by).update(body).digest('hex')}`;

/** What the portal answers to a webhook that we send instead of PagerDuty. */
async function send(body, signature, account = 'default') {
  const response = await fetch(`${address}/${account}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(signature && { 'x-pagerduty-signature': signature }),
    },
  });
  return { status: response.status, ...(await response.json()) };
}

describe('webhooks of PagerDuty', () => {
  let api;
  let incidentId;

  const openIds = async () => {
    const { incidents } = await api.readTab(service, 'on-call');
    return incidents.open.map(({ id }) => id);
  };
  const webhooks = async () => {
    const { sources } = await api.read('/sources');
    return sources.find(({ id }) => id === 'pagerduty:default').webhooks;
  };

  before(async () => {
    api = await PortalApi.asOwner();
  });

  after(async () => {
    if (incidentId) {
      await resolveIncident(incidentId);
    }
  });

  it('bring a new incident to the answer within 5 s', async () => {
    const { services } = await api.readTab(service, 'on-call');
    const { accepted } = await webhooks();

    incidentId = await openIncident(services[0].id, 'The till rings twice');

    await eventually(
      async () => assert.ok((await openIds()).includes(incidentId)),
      soon,
    );
    const now = await webhooks();
    assert.equal(now.state, 'ok');
    assert.ok(now.accepted > accepted, 'it was no webhook that told of it');
    assert.ok(Date.now() - Date.parse(now.lastReceivedAt) < 30_000);
  });

  it('take it out again within 5 s after it is resolved', async () => {
    await resolveIncident(incidentId);

    await eventually(
      async () => assert.ok(!(await openIds()).includes(incidentId)),
      soon,
    );
    incidentId = undefined;
  });

  it('that nobody signed right are answered so that the subscription survives, and counted', async () => {
    const body = JSON.stringify({
      event: { event_type: 'pagey.ping', data: { at: Date.now() } },
    });
    assert.deepEqual(await send(body), {
      status: 200,
      result: 'refused',
      reason: 'unsigned',
    });
    assert.deepEqual(await send(body, signed(body, 'other')), {
      status: 200,
      result: 'refused',
      reason: 'wrong_signature',
    });
    assert.deepEqual(await send(body, signed(body), 'nobody'), {
      status: 200,
      result: 'unknown_account',
    });
    assert.deepEqual(await send(' '.repeat(5_000_000), signed(body)), {
      status: 200,
      result: 'refused',
      reason: 'too_large',
    });

    const reasons = (await webhooks()).refused.map(({ reason }) => reason);
    for (const reason of ['unsigned', 'wrong_signature', 'too_large']) {
      assert.ok(reasons.includes(reason), `${reason} is not in ${reasons}`);
    }
    const { strayWebhooks } = await api.read('/sources');
    assert.equal(strayWebhooks[0].type, 'pagerduty');
  });

  it('that are signed right are taken once', async () => {
    const body = JSON.stringify({
      event: { event_type: 'pagey.ping', data: { at: Date.now() } },
    });
    const first = await send(body, `${signed(body, 'old')},${signed(body)}`);
    assert.deepEqual(first, { status: 202, result: 'accepted' });
    assert.deepEqual(await send(body, signed(body)), {
      status: 200,
      result: 'duplicate',
    });
  });
});
