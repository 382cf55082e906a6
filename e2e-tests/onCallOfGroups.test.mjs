import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import {
  assignIncident,
  openIncident,
  readTruth,
  resolveIncident,
} from './demoWorld.mjs';
import { addressOf, openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

const storefront = [
  'cart',
  'catalog-search',
  'checkout',
  'product-pages',
  'recommendations',
];
const payments = [
  'fraud-check',
  'gift-cards',
  'invoice-export',
  'loyalty',
  'payments-gateway',
];
const others = [
  ...['label-printer', 'login', 'profile'],
  ...['returns', 'shipping-quotes', 'warehouse-sync'],
];

/** What the examples say that belongs to whom. */
const belonging = {
  'group:team-storefront': storefront,
  'group:engineering': [...storefront, ...payments, ...others],
  'group:product': [],
  'user:maya.okafor': storefront,
  'system:payments': payments,
  'domain:commerce': [...storefront, ...payments],
};

const timeOf = text => (text === null ? null : Date.parse(text));
const refOf = name => `component:default/${name}`;
const unique = list => [...new Set(list)].sort();
const openIds = ({ incidents }) => unique(incidents.open.map(({ id }) => id));

describe('on-call of all that belongs to an entity', () => {
  let browser;
  let reader;
  let incidentId;

  before(async () => {
    browser = await openBrowser();
    reader = await PortalApi.asReader();
    // The catalog and the account are read once a minute or so.
    await eventually(
      async () => {
        const { portfolio, services } = await reader.readTab(
          'group:engineering',
          'on-call',
        );
        assert.ok(portfolio.entities > 0 && services.length > 0);
      },
      { patience: 120_000 },
    );
  });

  after(() => browser?.close());

  afterEach(async () => {
    if (incidentId) {
      await resolveIncident(incidentId);
      incidentId = undefined;
    }
  });

  for (const [entity, names] of Object.entries(belonging)) {
    it(`is, of ${entity}, what the tabs of its ${names.length} services say`, () =>
      // What opens between the questions is in one answer only.
      eventually(async () => {
        const whole = await reader.readTab(entity, 'on-call');
        const parts = await Promise.all(
          names.map(name => reader.readTab(name, 'on-call')),
        );
        assert.equal(whole.portfolio.entities, names.length);
        assert.deepEqual(openIds(whole), unique(parts.flatMap(openIds)));
        assert.deepEqual(
          unique(whole.services.map(({ id }) => id)),
          unique(parts.flatMap(({ services }) => services.map(({ id }) => id))),
        );
        assert.deepEqual(
          unique(whole.services.flatMap(({ entityRefs }) => entityRefs)),
          unique(
            parts.flatMap(({ entityRef, services }) =>
              services.length > 0 ? [entityRef] : [],
            ),
          ),
        );
        assert.deepEqual(
          unique(
            whole.alerts.flatMap(({ entityRefs, name }) =>
              entityRefs.map(ref => `${ref} ${name}`),
            ),
          ),
          unique(
            parts.flatMap(({ entityRef, alerts }) =>
              alerts.map(({ name }) => `${entityRef} ${name}`),
            ),
          ),
        );
        assert.deepEqual(
          whole.portfolio.withoutService.entityRefs,
          names.filter(name => name === 'invoice-export').map(refOf),
        );
      }));
  }

  it('tells when a person is on call, as PagerDuty has it', () =>
    eventually(async () => {
      const { shifts } = await reader.readTab('user:maya.okafor', 'on-call');
      const { now, onCall } = await readTruth();
      const own = onCall.filter(
        ({ email }) => email === 'maya.okafor@parcel.example',
      );
      assert.deepEqual(
        shifts
          .filter(
            ({ from }) => from === null || new Date(from) <= new Date(now),
          )
          .map(({ policy, level, to }) => [policy.id, level, timeOf(to)])
          .sort(),
        own
          .map(({ policyId, level, end }) => [policyId, level, timeOf(end)])
          .sort(),
      );
      const begins = shifts.map(({ from }) => timeOf(from) ?? 0);
      assert.deepEqual(
        begins,
        begins.toSorted((a, b) => a - b),
      );
      assert.ok(shifts.length > own.length, 'nothing is ahead of her');
    }));

  it('tells what is assigned to a person only themselves', async () => {
    // Nothing of Fulfilment belongs to Maya.
    incidentId = await openIncident('PRETURN', 'The parcel came back');
    await assignIncident(incidentId, 'PMAYAOK');
    const owner = await PortalApi.asOwner();
    const seesIt = async api =>
      openIds(await api.readTab('user:maya.okafor', 'on-call')).includes(
        incidentId,
      );

    await eventually(async () => assert.ok(await seesIt(owner)));

    assert.equal(await seesIt(reader), false);
  });

  for (const entity of ['group:team-storefront', 'system:storefront']) {
    it(`shows on the page of ${entity} what is open and of whom, and leads there`, async () => {
      const { page, crashes } = await openPage(browser);
      const title = `The till hums ${Date.now()}`;
      incidentId = await openIncident('PCHKOUT', title);

      await openTab(page, entity, 'on-call');
      const incident = page
        .getByRole('region', { name: 'Open incidents' })
        .getByRole('listitem')
        .filter({ hasText: title });
      await incident.waitFor({ timeout: 45_000 });
      assert.equal(await incident.count(), 1);
      assert.equal(
        await incident.getByRole('button', { name: /Resolve/ }).count(),
        0,
        'it is acted on where it is',
      );

      const checkout = addressOf('checkout').replace(/\/$/, '');
      await incident.locator(`a[href="${checkout}"]`).click();
      await page.waitForURL(url => url.pathname.startsWith(checkout));
      assert.deepEqual(crashes, []);
      await page.context().close();
    });
  }

  it('names on the pages of a Group and a Domain what would page nobody', async () => {
    const { page, crashes } = await openPage(browser);
    for (const [entity, sentence] of [
      ['group:team-payments', /1 of 5 .*page nobody/],
      ['domain:commerce', /1 of 10 .*page nobody/],
    ]) {
      await openTab(page, entity, 'on-call');
      const unpaged = page.getByRole('region', { name: 'Without paging' });
      await unpaged.getByText(sentence).waitFor();
      await unpaged
        .locator(`a[href="${addressOf('invoice-export').replace(/\/$/, '')}"]`)
        .waitFor();
    }
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('shows on the page of a User when they are on call', async () => {
    const { page, crashes } = await openPage(browser);
    const { shifts } = await openTab(page, 'user:maya.okafor', 'on-call');
    const items = page
      .getByRole('region', { name: 'On-call shifts, four weeks ahead' })
      .getByRole('listitem');
    await items.first().waitFor();
    assert.equal(await items.count(), shifts.length);
    await items.filter({ hasText: 'Storefront' }).first().waitFor();
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('says on the page of a Group that nothing belongs to it', async () => {
    const { page, crashes } = await openPage(browser);
    await openTab(page, 'group:product', 'on-call');
    await page
      .getByRole('region', { name: 'No on-call service yet' })
      .getByText(/There is none that you may read/)
      .waitFor();
    assert.deepEqual(crashes, []);
    await page.context().close();
  });
});
