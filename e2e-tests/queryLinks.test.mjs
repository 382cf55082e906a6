import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { askPrometheus, prometheusUrl } from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';

const service = 'checkout';

describe('the queries behind a figure', () => {
  let browser;

  before(async () => {
    browser = await openBrowser();
  });

  after(() => browser?.close());

  it('open in the Prometheus that they were read from', async () => {
    const { page, crashes } = await openPage(browser);
    await openTab(page, service, 'slos');
    await page.getByRole('button', { name: /^Exhausts/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Exhausts/ });
    const queries = await dialog.locator('pre').allInnerTexts();
    const links = dialog.getByRole('link', { name: /^Open in Prometheus/ });
    assert.ok(queries.length >= 3, queries.join('\n'));
    assert.equal(await links.count(), queries.length);

    const now = new Date().toISOString();
    for (const [i, query] of queries.entries()) {
      const link = links.nth(i);
      assert.equal(await link.getAttribute('target'), '_blank');
      const url = new URL(await link.getAttribute('href'));
      assert.equal(url.origin, new URL(prometheusUrl).origin);
      assert.equal(url.pathname, '/graph');
      assert.equal(url.searchParams.get('g0.expr'), query);
      assert.ok(Number.isFinite(await askPrometheus(query, now)), query);
    }
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('are there for the percentile of a latency too', async () => {
    const { page, crashes } = await openPage(browser);
    await openTab(page, service, 'slos');
    await page.getByRole('button', { name: 'Latency', exact: true }).click();
    await page.getByRole('button', { name: 'Show chart' }).click();
    await page.getByRole('button', { name: 'Latency, p99' }).click();
    const dialog = page.getByRole('dialog', { name: 'Latency, p99' });
    const query = await dialog.locator('pre').innerText();
    assert.match(query, /^histogram_quantile\(0\.99, /);
    const seconds = await askPrometheus(query, new Date().toISOString());
    assert.ok(seconds > 0 && seconds < 10, `${seconds} s`);
    assert.deepEqual(crashes, []);
    await page.context().close();
  });
});
