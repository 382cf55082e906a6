import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { clearFaults, setFault } from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

const service = 'checkout';
const reads = ['onCall.incidents', 'onCall.changes'].map(
  name => `${name}:pagerduty:default`,
);
// A scheduled read gives up after 45 s, and the next one comes within a minute.
const patience = 150_000;

describe('while PagerDuty answers 429 and 500', () => {
  let api;
  let browser;
  let openBefore;

  before(async () => {
    api = await PortalApi.asOwner();
    browser = await openBrowser();
    await clearFaults();
    await readNow();
    await eventually(
      async () => {
        const { sections } = await api.readTab(service, 'on-call');
        assert.equal(sections.incidents.state, 'ok');
        assert.equal(sections.incidents.problem, undefined);
      },
      { patience },
    );
    const { incidents } = await api.readTab(service, 'on-call');
    openBefore = incidents.open.map(({ id }) => id);
    assert.ok(openBefore.length > 0);

    await setFault({ kind: 'rate_limited_bare', pathPrefix: '/incidents' });
    await setFault({
      kind: 'server_error',
      status: 500,
      pathPrefix: '/log_entries',
    });
    await readNow();
  });

  after(async () => {
    await clearFaults();
    await browser?.close();
  });

  async function readNow() {
    for (const read of reads) {
      await api.trigger(read);
    }
  }

  async function errorsOfReads() {
    const tasks = await api.readTasks();
    return reads.map(read => tasks.find(({ name }) => name === read).lastError);
  }

  it('the sources tell what each read was answered', async () => {
    await eventually(
      async () => {
        const [incidents, changes] = await errorsOfReads();
        assert.match(String(incidents), /429/);
        assert.match(String(changes), /500/);
      },
      { patience },
    );
    const { sources } = await api.read('/sources');
    const state = id => sources.find(source => source.id === id).state;
    assert.equal(state('pagerduty:default'), 'failing');
    assert.equal(state('prometheus:default'), 'ok');
  });

  it('the tab still answers, with the age and the problem of what it has', async () => {
    const { incidents, sections } = await api.readTab(service, 'on-call');
    const ids = incidents.open.map(({ id }) => id);
    for (const id of openBefore) {
      assert.ok(ids.includes(id), `${id} is still shown as open`);
    }
    assert.equal(sections.incidents.problem.code, 'source_failing');
    assert.match(sections.incidents.problem.message, /429|500/);
    assert.ok(Date.parse(sections.incidents.asOf) < Date.now());
    assert.equal(sections.alerts.state, 'ok');

    const { page, crashes } = await openPage(browser);
    await openTab(page, service, 'on-call');
    await page.getByText(/^as of .+ ago/).waitFor();
    const list = page.getByRole('list', { name: /^Open incidents/ });
    assert.ok((await list.getByRole('listitem').count()) >= openBefore.length);
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('the other tabs do not notice', async () => {
    const { slos } = await api.readTab(service, 'slos');
    assert.ok(slos.every(({ state }) => state === 'ok'));
    const { owner } = await api.readTab(service, 'ownership');
    assert.equal(owner.exists, true);
  });

  it('all recovers by itself when PagerDuty does', async () => {
    await clearFaults();

    await eventually(
      async () => {
        const { sections } = await api.readTab(service, 'on-call');
        assert.equal(sections.incidents.state, 'ok');
        assert.equal(sections.incidents.problem, undefined);
        assert.deepEqual(await errorsOfReads(), [undefined, undefined]);
        const { sources } = await api.read('/sources');
        assert.deepEqual(
          [...new Set(sources.map(({ state }) => state))],
          ['ok'],
        );
      },
      { patience },
    );
  });
});
