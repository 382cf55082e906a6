import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

describe('what somebody saw to in Alertmanager', () => {
  let browser;
  let page;
  let crashes;

  before(async () => {
    browser = await openBrowser();
    ({ page, crashes } = await openPage(browser));
    const api = await PortalApi.asReader();
    // Prometheus waits before it sends an alert again after it was started, and
    // the portal reads both once a minute.
    await eventually(
      async () => {
        const { alerts } = await api.readTab('recommendations', 'on-call');
        assert.ok(alerts[0]?.suppression, 'Alertmanager has not told of it');
      },
      { patience: 240_000 },
    );
  });

  after(() => browser?.close());

  const section = () => page.getByRole('region', { name: 'Alerts' });

  it('is said beside a silenced alert, which two sources tell of once', async () => {
    await openTab(page, 'recommendations', 'on-call');
    const alert = section()
      .getByRole('listitem')
      .filter({ hasText: 'RecommendationsLatencyHigh' });
    await alert
      .getByText(
        /silenced until .* by Jonas Lindqvist: the model is trained again/,
      )
      .waitFor();
    assert.equal(await alert.count(), 1);
  });

  it('is maintenance on tab and card where it covers the entity', async () => {
    await openTab(page, 'returns', 'on-call');
    await section()
      .getByText(
        /In maintenance: all alerts are silenced until .* by Luca Moretti/,
      )
      .waitFor();

    await openTab(page, 'returns', '');
    await page.getByText(/in maintenance until /).waitFor();
  });

  it('is announced before it begins', async () => {
    await openTab(page, 'gift-cards', 'on-call');
    await section()
      .getByText(/Maintenance planned from .* to .* by Wei Chen/)
      .waitFor();
    assert.deepEqual(crashes, []);
  });
});
