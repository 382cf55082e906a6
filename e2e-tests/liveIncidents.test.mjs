import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { openIncident, resolveIncident } from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { pathOf } from './portalApi.mjs';

const service = 'checkout';
/** An open tab asks again so often by itself. */
const POLL_MS = 30_000;

/** When an open page asks for the answer of its tab, and what signals tell it. */
function watch(page) {
  const askedAt = [];
  const told = [];
  let subscribed = false;
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (pathname.toLowerCase().endsWith(`${pathOf(service)}/on-call`)) {
      askedAt.push(Date.now());
    }
  });
  page.on('websocket', socket => {
    // The development server has one of its own.
    if (!socket.url().includes('/api/signals')) {
      return;
    }
    socket.on('framesent', ({ payload }) => {
      subscribed ||= String(payload).includes('engineering-owner:on-call');
    });
    socket.on('framereceived', ({ payload }) => {
      told.push({ at: Date.now(), text: String(payload) });
    });
  });
  return { askedAt, told, isSubscribed: () => subscribed };
}

describe('an open On-call tab', () => {
  let browser;
  let incidentId;

  before(async () => {
    browser = await openBrowser();
  });

  after(() => browser?.close());

  afterEach(async () => {
    if (incidentId) {
      await resolveIncident(incidentId);
      incidentId = undefined;
    }
  });

  const open = () =>
    openPage(browser).then(async ({ page, crashes }) => ({
      page,
      crashes,
      watched: watch(page),
    }));

  /** Opens an incident; how long it took until the tab had it. */
  async function timeUntilShown(page, serviceId, title, timeout) {
    const begin = Date.now();
    incidentId = await openIncident(serviceId, title);
    await page.getByText(title).first().waitFor({ timeout });
    return Date.now() - begin;
  }

  it('shows an incident within 5 s, since a signal told of it and not because it polls', async () => {
    const { page, crashes, watched } = await open();
    const { services } = await openTab(page, service, 'on-call');
    await eventually(
      () => assert.ok(watched.isSubscribed(), 'nobody listens to signals'),
      { patience: 10_000, every: 100 },
    );
    const { askedAt, told } = watched;
    const before = askedAt.length;
    const title = `The till stands still ${Date.now()}`;

    const taken = await timeUntilShown(page, services[0].id, title, 5_000);

    assert.ok(taken < 5_000, `it took ${taken} ms`);
    assert.ok(askedAt.length > before, 'nothing was read');
    const sinceLast = askedAt[before] - askedAt[before - 1];
    assert.ok(sinceLast < POLL_MS - 2_000, `${sinceLast} ms may be a poll`);
    const heard = told.find(({ text }) => text.includes(services[0].id));
    assert.ok(heard && heard.at <= askedAt[before], 'no signal came before');
    assert.ok(!heard.text.includes(title), 'a signal tells what changed');

    // It goes as it came.
    await resolveIncident(incidentId);
    incidentId = undefined;
    await page
      .getByRole('region', { name: 'Open incidents' })
      .getByText(title)
      .waitFor({ state: 'detached', timeout: 5_000 });
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('shows it by polling where signals do not come through', async () => {
    const { page, crashes, watched } = await open();
    await page.routeWebSocket(/\/api\/signals/, socket => socket.close());
    const { services } = await openTab(page, service, 'on-call');

    const title = `The till rings for nobody ${Date.now()}`;
    await timeUntilShown(page, services[0].id, title, POLL_MS + 15_000);

    assert.deepEqual(watched.told, []);
    assert.deepEqual(crashes, []);
    await page.context().close();
  });
});
