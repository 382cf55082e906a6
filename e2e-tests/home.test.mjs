import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openAs, openBrowser, openPage } from './browser.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

describe('the home page', () => {
  let browser;
  let api;

  before(async () => {
    browser = await openBrowser();
    api = await PortalApi.asReader();
    // The account is read once a minute or so.
    await eventually(
      async () => {
        const { incidents, sections } = await api.readTab(
          'user:maya.okafor',
          'on-call',
        );
        assert.equal(sections.incidents.state, 'ok');
        assert.ok(incidents.open.length > 0);
      },
      { patience: 180_000 },
    );
  });

  after(() => browser?.close());

  async function viewAs(person) {
    const { page, crashes } = await openPage(browser);
    await openAs(page, person, '/home');
    await page.getByText('On call: me and mine').waitFor();
    return { page, crashes };
  }

  it('says whether its reader is on call and what of theirs is open, and leads to all of it', async () => {
    const { incidents, shifts } = await api.readTab(
      'user:maya.okafor',
      'on-call',
    );
    const { page, crashes } = await viewAs('Maya Okafor');

    const now = new Date().toISOString();
    const current = shifts.find(({ from }) => from === null || from <= now);
    await page
      .getByText(current ? /^You are (always )?on call/ : /on call next from/)
      .waitFor();
    const count = incidents.open.length;
    await page
      .getByText(`${count} open incident${count === 1 ? '' : 's'}`)
      .waitFor();
    await page.getByText(incidents.open[0].title).first().waitFor();
    await page.getByRole('link', { name: 'Your on-call page' }).click();
    await page.waitForURL(/\/catalog\/default\/user\/maya\.okafor\/on-call/);
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('tells somebody who owns nothing so, and not that all is quiet', async () => {
    const { page } = await viewAs('Sam Reader');

    await page.getByText(/^Nothing that you or your groups own/).waitFor();
    assert.equal(await page.getByText(/^No open incident/).count(), 0);
    await page.context().close();
  });
});
