import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { switchPrometheus } from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

// Healthy, so that nothing but the silence is to be told.
const service = 'catalog-search';
const MINUTE = 60_000;

/**
 * The shortest windows are read each minute and old after three of them and
 * the delay of half a minute: up to three minutes, and one more until all is
 * read again. Nothing else can be looked at meanwhile.
 */
describe('while Prometheus takes connections and answers none', () => {
  let api;
  let browser;
  let page;
  let crashes;

  const presents = async () => {
    const { slos } = await api.readTab(service, 'slos');
    return [...new Set(slos.map(({ now }) => now.state))];
  };
  const freshness = text => page.getByRole('button').filter({ hasText: text });
  const isFresh = /^as of \d+\s?(s|min) ago$/;

  before(async () => {
    api = await PortalApi.asReader();
    browser = await openBrowser();
    ({ page, crashes } = await openPage(browser));
    await eventually(async () => assert.deepEqual(await presents(), ['ok']));
    await openTab(page, service, 'slos');
    await freshness(isFresh).waitFor();
    await switchPrometheus('hold');
  });

  after(async () => {
    await switchPrometheus('continue');
    await browser?.close();
  });

  it('the SLOs tab turns amber by itself, with its age and the reason', async () => {
    await eventually(
      async () => assert.deepEqual(await presents(), ['stale']),
      {
        patience: 4 * MINUTE,
        every: 2000,
      },
    );
    const old = freshness(/^as of \d+\s?min ago – .*prometheus/i);
    await old.waitFor({ timeout: 2 * MINUTE });
    assert.equal(await old.locator('[data-tone=look_today]').count(), 1);
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: /last read .*: .*prometheus/i })
      .waitFor();
    const fine = page
      .getByRole('table', { name: 'Objectives, worst first' })
      .locator('[data-tone=fine]');
    assert.equal(await fine.count(), 0);
    assert.deepEqual(crashes, []);
  });

  it('and it is as before once Prometheus goes on', async () => {
    await switchPrometheus('continue');
    await eventually(async () => assert.deepEqual(await presents(), ['ok']), {
      patience: 3 * MINUTE,
      every: 2000,
    });
    await freshness(isFresh).waitFor({ timeout: 2 * MINUTE });
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: /objectives are met/ })
      .waitFor();
    assert.deepEqual(crashes, []);
  });
});
