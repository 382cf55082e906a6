import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { switchService } from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

// Its story is about its owner, so nothing else looks at its metrics.
const service = 'profile';
const MINUTE = 60_000;

async function availability(api) {
  const { slos } = await api.readTab(service, 'slos');
  return slos.find(({ name }) => name === 'availability');
}

/**
 * A process that was killed. `npm test` stops it before it builds the app,
 * because five minutes have to be empty before they say so; alone, this waits.
 */
describe('a service that vanished', () => {
  let api;
  let browser;

  before(async () => {
    api = await PortalApi.asReader();
    browser = await openBrowser();
    await switchService(service, 'stop');
  });

  after(async () => {
    await switchService(service, 'start');
    await browser?.close();
  });

  it('has no data since then, and is never recovering nor without errors', async () => {
    const pairs = new Set();
    await eventually(
      async () => {
        const { now, alerts } = await availability(api);
        alerts.forEach(({ state }) => pairs.add(state));
        assert.equal(now.state, 'no_data');
      },
      { patience: 9 * MINUTE, every: 5000 },
    );

    const { now, burnRates, alerts } = await availability(api);
    assert.ok(Date.parse(now.since) < Date.now() - 4 * MINUTE, now.since);
    const fiveMinutes = burnRates.find(({ window }) => window === '5m');
    assert.equal(fiveMinutes.state, 'no_data');
    assert.equal(fiveMinutes.errorRatio, undefined);
    for (const { shortWindow, state } of alerts) {
      assert.ok(shortWindow !== '5m' || state === 'unknown', state);
    }
    assert.ok(!pairs.has('recovering'), [...pairs].join(', '));
  });

  it('raises the alert of its probe', async () => {
    const { alerts } = await api.readTab(service, 'on-call');
    assert.deepEqual(
      alerts.map(({ name, state }) => [name, state]),
      [['ProfileProbeFailed', 'firing']],
    );
  });

  it('says so first on its SLOs tab and on its overview', async () => {
    const { page, crashes } = await openPage(browser);
    await openTab(page, service, 'slos');
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: /: no data since .*\d/ })
      .waitFor();
    const rows = page
      .getByRole('table', { name: 'Objectives, worst first' })
      .getByRole('row');
    const words = await rows.locator('td:last-child').allInnerTexts();
    assert.equal(words.length, 2);
    for (const word of words) {
      assert.match(word, /no data since .*\d/);
    }

    await openTab(page, service, '');
    await page.getByText(/: no data since .*\d/).waitFor();
    assert.deepEqual(crashes, []);
    await page.context().close();
  });
});
