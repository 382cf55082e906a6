import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { askPrometheus, readPolicyId, readTruth } from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';
import { median, timesToAcknowledge } from './timesToAcknowledge.mjs';

// The service that burns fast right now.
const service = 'checkout';
const MINUTE = 60;

/** The 1h burn rate that Prometheus gives for a query, at a time. */
async function ownBurnRate(query, { asOf, objective }) {
  return (await askPrometheus(query, asOf)) / (1 - objective);
}

function assertWithin(actual, expected, tolerance) {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * expected,
    `${actual} is not within ${tolerance * 100} % of ${expected}`,
  );
}

function availabilityOf({ slos }) {
  const slo = slos.find(({ name }) => name === 'availability');
  const hour = slo.burnRates.find(({ window }) => window === '1h');
  return { slo, hour };
}

describe(`the figures of ${service}`, () => {
  let api;
  let browser;
  let serviceIds;

  before(async () => {
    api = await PortalApi.asReader();
    browser = await openBrowser();
    const { metadata } = await api.readEntity(service);
    serviceIds = metadata.annotations['pagerduty.com/service-id']
      .split(',')
      .map(id => id.trim());
    await eventually(
      async () => {
        const { hour } = availabilityOf(await api.readTab(service, 'slos'));
        assert.equal(hour.state, 'ok');
      },
      { patience: 120_000 },
    );
  });

  after(() => browser?.close());

  const openIncidents = truth =>
    serviceIds
      .flatMap(id => truth.openIncidents[id])
      .map(({ id, number, title, status, urgency, triggeredAt }) => ({
        id,
        number,
        title,
        status,
        urgency,
        createdAt: Date.parse(triggeredAt),
      }))
      .sort((a, b) => a.number - b.number);

  it('has the 1h burn rate that Prometheus answers to the query it names', async () => {
    const { slo, hour } = availabilityOf(await api.readTab(service, 'slos'));
    const { expression } = slo.queries.find(
      ({ window, meaning }) => window === '1h' && meaning === 'error_ratio',
    );

    const expected = await ownBurnRate(expression, {
      asOf: hour.asOf,
      objective: slo.objective,
    });

    assert.ok(expected > 1, `it burns fast: ${expected}`);
    assertWithin(hour.burnRate, expected, 0.01);
  });

  it('shows that burn rate on the SLOs tab, with the query beside it', async () => {
    const { page, crashes } = await openPage(browser);
    const { slo, hour } = availabilityOf(await openTab(page, service, 'slos'));

    const table = page.getByRole('table', { name: 'Objectives, worst first' });
    const column = (await table.getByRole('columnheader').allInnerTexts())
      .map(text => text.trim())
      .indexOf('Burn 1 h');
    const figure = table
      .getByRole('row')
      .filter({ hasText: 'Availability' })
      .locator('th, td')
      .nth(column)
      .getByRole('button');
    const shown = (await figure.innerText()).trim();
    await figure.click();
    const query = await page
      .locator('.MuiPopover-paper')
      .getByText('Error ratio, 1h', { exact: true })
      .locator('xpath=ancestor::*[.//pre][1]')
      .locator('pre')
      .innerText();

    const expected = await ownBurnRate(query.trim(), {
      asOf: hour.asOf,
      objective: slo.objective,
    });
    assert.match(shown, /^\d+(\.\d)?×$/);
    assert.ok(
      Math.abs(Number.parseFloat(shown) - expected) <= 0.05 + 0.01 * expected,
      `the tab shows ${shown}, Prometheus answers ${expected}`,
    );
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('names at each level whom the simulator has on call', async () => {
    const policyIds = new Set(await Promise.all(serviceIds.map(readPolicyId)));
    const truth = await readTruth();
    const expected = truth.onCall
      .filter(({ policyId }) => policyIds.has(policyId))
      .map(({ policyId, level, name }) => `${policyId} ${level} ${name}`)
      .sort();
    assert.ok(expected.length >= 3, 'the policy has three levels');

    const { escalation } = await api.readTab(service, 'on-call');

    assert.deepEqual(
      escalation
        .flatMap(({ policy, levels }) =>
          levels.flatMap(({ level, onCall }) =>
            onCall.map(({ person }) => `${policy.id} ${level} ${person.name}`),
          ),
        )
        .sort(),
      expected,
    );
  });

  it('lists the incidents that are open in the simulator', async () => {
    // One that has just been opened comes with the webhook or the next read.
    await eventually(async () => {
      const expected = openIncidents(await readTruth());
      assert.ok(expected.length > 0, 'the story has an open incident');

      const { incidents } = await api.readTab(service, 'on-call');

      assert.deepEqual(
        incidents.open
          .map(({ id, number, title, status, urgency, createdAt }) => ({
            id,
            number,
            title,
            status,
            urgency,
            createdAt: Date.parse(createdAt),
          }))
          .sort((a, b) => a.number - b.number),
        expected,
      );
    });
  });

  it('has the median time to acknowledge of the simulator’s incidents, and their number', async () => {
    await eventually(
      async () => {
        const times = timesToAcknowledge(await readTruth(), serviceIds);
        assert.ok(times.length > 0, 'somebody has acknowledged something');

        const { responseTimes } = await api.readTab(service, 'on-call');

        assert.equal(responseTimes.periodDays, 30);
        assert.equal(responseTimes.mtta.n, times.length);
        assert.equal(responseTimes.mtta.figures.medianSeconds, median(times));
      },
      { patience: 150_000 },
    );
  });

  it('shows them on the On-call tab', async () => {
    const { page, crashes } = await openPage(browser);
    await openTab(page, service, 'on-call');
    const who = page.getByRole('region', { name: 'Who is on call' });
    const open = page.getByRole('list', { name: 'Open incidents, the most' });
    await who.waitFor();

    await eventually(async () => {
      const truth = await readTruth();
      const [policyId] = await Promise.all(serviceIds.map(readPolicyId));
      for (const { level, name } of truth.onCall.filter(
        onCall => onCall.policyId === policyId,
      )) {
        const row = who.getByRole('listitem').filter({
          hasText: `Level ${level}`,
        });
        assert.ok(
          (await row.innerText()).includes(name),
          `${name} is on call at level ${level}`,
        );
      }
      // A link that opens a new tab says so, unseen, after its text. The others
      // of an incident lead to its runbook.
      const links = open.getByRole('link', { name: /Open in PagerDuty/ });
      const titles = (await links.allInnerTexts()).map(
        text => text.split('\n')[0],
      );
      assert.deepEqual(
        titles.sort(),
        openIncidents(truth)
          .map(({ title }) => title)
          .sort(),
      );
      const times = timesToAcknowledge(truth, serviceIds);
      const tile = await page
        .getByText('Time to acknowledge (median)')
        .locator('..')
        .innerText();
      assert.match(
        tile,
        new RegExp(`\\b${Math.round(median(times) / MINUTE)}\\smin\\b`),
      );
      assert.match(tile, new RegExp(`\\bn = ${times.length}\\b`));
    });
    assert.deepEqual(crashes, []);
    await page.context().close();
  });
});
