import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser, openPage } from './browser.mjs';
import {
  askPrometheus,
  pagerDutyRequests,
  prometheusRequests,
} from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { pathOf, PortalApi } from './portalApi.mjs';

const service = 'checkout';

/** What a page asks our backend for, without the part before the entity. */
function watchRequests(page) {
  const asked = [];
  const open = new Set();
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    if (pathname.includes('/api/engineering-owner/')) {
      asked.push(pathname.slice(pathname.indexOf(`/${service}/`) + 1));
      open.add(request);
    }
  });
  for (const end of ['requestfinished', 'requestfailed']) {
    page.on(end, request => open.delete(request));
  }
  return { asked, open };
}

/** Waits until all is answered, and nothing more is asked for a second. */
async function comeToRest({ asked, open }) {
  let before = -1;
  await eventually(
    async () => {
      const now = asked.length;
      const grown = now - before;
      before = now;
      await sleep(1000);
      assert.equal(open.size, 0, 'not all requests are answered');
      assert.equal(grown, 0, 'the page asks on');
    },
    { every: 0, patience: 60_000 },
  );
}

/** Requests that both sources have answered so far, to whomever. */
async function upstreamRequests() {
  const [prometheus, pagerDuty] = await Promise.all([
    prometheusRequests(),
    pagerDutyRequests(),
  ]);
  return prometheus + pagerDuty;
}

/** Waits until no scheduled read is under way, as far as the sources notice. */
async function untilUpstreamIsQuiet() {
  let before = await upstreamRequests();
  await eventually(
    async () => {
      await sleep(1000);
      const now = await upstreamRequests();
      const rise = now - before;
      before = now;
      assert.equal(rise, 0, 'the sources are asked all the time');
    },
    { every: 0, patience: 120_000 },
  );
}

describe('requests', () => {
  let api;
  let browser;

  before(async () => {
    api = await PortalApi.asReader();
    browser = await openBrowser();
  });

  after(() => browser?.close());

  /** Opens a tab in a page of its own and lets it come to rest. */
  async function view(tab, until) {
    const { page } = await openPage(browser);
    const requests = watchRequests(page);
    await openTab(page, service, tab);
    await until(page).waitFor();
    await comeToRest(requests);
    return { page, asked: requests.asked };
  }

  const headline = page => page.getByRole('heading', { level: 2 }).first();

  for (const [tab, answer] of [
    ['owner', 'ownership'],
    ['on-call', 'on-call'],
    ['runbooks', 'runbooks'],
  ]) {
    it(`are one for the ${tab} tab`, async () => {
      const { page, asked } = await view(tab, headline);
      assert.deepEqual(asked, [`${service}/${answer}`]);
      await page.context().close();
    });
  }

  it('are one for the SLOs tab and one for each opened chart', async () => {
    const chart = page => page.getByRole('button', { name: '7d' });
    const history = `${service}/slos/availability/history`;
    const { page, asked } = await view('slos', chart);
    assert.deepEqual(asked, [`${service}/slos`, history]);

    await chart(page).click();
    await page.waitForLoadState('networkidle');
    await eventually(() => assert.equal(asked.length, 3), { patience: 5000 });
    assert.equal(asked[2], history);
    await page.context().close();
  });

  it('are one for a chart of the last hour, which shows its minutes', async () => {
    const hour = page =>
      page
        .getByRole('group', { name: 'Range of the charts' })
        .getByRole('button', { name: '1h' });
    const { page, asked } = await view('slos', hour);
    const before = asked.length;

    const [response] = await Promise.all([
      page.waitForResponse(found => found.url().includes('/history?')),
      hour(page).click(),
    ]);
    const answer = await response.json();
    assert.equal(new URL(response.url()).searchParams.get('step'), '1m');
    assert.equal(answer.resolution, 'source');
    assert.deepEqual(answer.problems, []);
    const read = answer.points.filter(({ counts }) => counts?.total > 0);
    assert.ok(read.length >= 55, `${read.length} minutes have events`);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(asked.slice(before), [
      `${service}/slos/availability/history`,
    ]);

    await page.getByRole('button', { name: 'Show as table' }).first().click();
    const table = page.getByRole('table', { name: 'Error budget' });
    const figures = await table.locator('tbody td:last-child').allInnerTexts();
    assert.ok(figures.filter(text => /^[\d,.\s]+$/.test(text)).length >= 20);
    await page.context().close();
  });

  it('are one for each other target that somebody tries', async () => {
    const whatIf = page => page.getByRole('button', { name: 'What if…' });
    const { page, asked } = await view('slos', whatIf);
    await whatIf(page).click();
    const before = asked.length;

    await page.getByLabel('Target in %').fill('99');
    const sentence = page.getByText(/^With a target of 99\s?% over 30/);
    await sentence.waitFor();
    const [other, present] = [
      ...(await sentence.innerText()).matchAll(/(−?\d+)\s?%(?! over)/g),
    ].map(([, figure]) => Number(figure.replace('−', '-')));
    assert.ok(other > present, `${other}, ${present}`);
    assert.deepEqual(asked.slice(before), [
      `${service}/slos/availability/what-if`,
    ]);
    await page.context().close();
  });

  it('are one for all cards of the overview together', async () => {
    const { page, asked } = await view('', overview =>
      overview.getByText('page firing').first(),
    );
    assert.deepEqual(asked, [`${service}/summary`]);
    await page.context().close();
  });

  // Scheduled reads go on meanwhile. A view that reached a source would do so
  // each time; a scheduled read falls into few of the views.
  it('reach no source', async () => {
    const before = await upstreamRequests();
    await askPrometheus('vector(1)', new Date().toISOString());
    assert.ok((await upstreamRequests()) > before, 'requests are counted');

    const services = await api.findServices();
    const rises = [];
    for (const name of services) {
      await untilUpstreamIsQuiet();
      const atRest = await upstreamRequests();
      await Promise.all(
        ['ownership', 'on-call', 'runbooks', 'slos', 'summary'].map(answer =>
          api.readTab(name, answer),
        ),
      );
      const to = new Date();
      const from = new Date(to.getTime() - 86_400_000);
      await api.read(
        `${pathOf(
          name,
        )}/slos/availability/history?from=${from.toISOString()}&to=${to.toISOString()}&step=1h`,
      );
      rises.push((await upstreamRequests()) - atRest);
    }

    const free = rises.filter(rise => rise === 0).length;
    assert.ok(
      free > services.length / 2,
      `of ${services.length} views only ${free} cost no request upstream: ${rises}`,
    );
  });
});
