import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openAs, openBrowser, openPage } from './browser.mjs';

describe('signing in', () => {
  let browser;

  before(async () => {
    browser = await openBrowser();
  });

  after(() => browser?.close());

  for (const [person, userRef] of [
    ['Maya Okafor', 'user:default/maya.okafor'],
    ['Sam Reader', 'user:default/sam.reader'],
  ]) {
    it(`lets ${person} in, who stays after a reload and leaves by signing out`, async () => {
      const { page, crashes } = await openPage(browser);

      await openAs(page, person, '/settings');
      await page.getByText(userRef).first().waitFor();

      await page.reload();
      await page.getByText(userRef).first().waitFor();

      await page.getByTestId('user-settings-menu').click();
      await page.getByText('Sign Out').click();
      await page
        .getByRole('button', { name: `Sign in as ${person}` })
        .waitFor();
      assert.deepEqual(crashes, []);
      await page.context().close();
    });
  }

  it('opens the catalog, which lists checkout', async () => {
    const { page, crashes } = await openPage(browser);

    await openAs(
      page,
      'Sam Reader',
      '/?filters[kind]=component&filters[user]=all',
    );
    const link = page.getByRole('link', { name: /^checkout$/i }).first();
    await link.click();

    await page.waitForURL('**/catalog/default/component/checkout');
    await page
      .getByRole('heading', { name: /checkout/i })
      .first()
      .waitFor();
    assert.deepEqual(crashes, []);
    await page.context().close();
  });
});
