import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { openTab } from './entityTab.mjs';
import { pathOf, PortalApi } from './portalApi.mjs';

const answers = ['ownership', 'on-call', 'runbooks', 'slos', 'summary'];
const tabs = ['owner', 'on-call', 'runbooks', 'slos'];

const paths = component => [
  ...answers.map(answer => `${pathOf(component)}/${answer}`),
  `${pathOf(component)}/slos/availability/history`,
];

describe('who may see what', () => {
  let browser;
  let owner;
  let reader;
  const nobody = new PortalApi();

  before(async () => {
    browser = await openBrowser();
    owner = await PortalApi.asOwner();
    reader = await PortalApi.asReader();
  });

  after(() => browser?.close());

  it('lets the reader read what the owner reads', async () => {
    for (const answer of answers) {
      const { entityRef } = await reader.readTab('checkout', answer);
      assert.equal(entityRef, 'component:default/checkout');
      const same = await owner.readTab('checkout', answer);
      assert.equal(same.entityRef, entityRef);
    }
  });

  it('opens every tab for the reader', async () => {
    const { page, crashes } = await openPage(browser);
    for (const tab of tabs) {
      const { entityRef } = await openTab(page, 'checkout', tab);
      assert.equal(entityRef, 'component:default/checkout');
      await page.getByRole('heading', { level: 2 }).first().waitFor();
    }
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('shows the sources to the owner and not to the reader', async () => {
    const { sources } = await owner.read('/sources');
    assert.ok(sources.length > 0);

    const refusal = await reader.get('/sources');

    assert.equal(refusal.status, 403);
    const text = await refusal.text();
    for (const { name, type } of sources) {
      assert.ok(!text.includes(`${type}:${name}`), text);
    }
  });

  it('answers nothing without a token', async () => {
    for (const path of [...paths('checkout'), '/sources']) {
      assert.equal((await nobody.get(path)).status, 401, path);
    }
  });

  it('knows no entity that does not exist', async () => {
    for (const path of paths('no-such-service')) {
      assert.equal((await reader.get(path)).status, 404, path);
    }
  });
});
