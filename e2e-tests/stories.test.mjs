import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { PortalApi } from './portalApi.mjs';

const DAY = 86_400_000;

/** The states of an SLO's pairs of windows: `{'1h/5m': 'firing', …}`. */
function pairsOf({ alerts }) {
  return Object.fromEntries(
    alerts.map(({ longWindow, shortWindow, state }) => [
      `${longWindow}/${shortWindow}`,
      state,
    ]),
  );
}

const calm = { '1h/5m': 'ok', '6h/30m': 'ok', '1d/2h': 'ok', '3d/6h': 'ok' };

function windowStates({ burnRates }) {
  return Object.fromEntries(
    burnRates.map(({ window, state }) => [window, state]),
  );
}

function assertBetween(low, number, high) {
  assert.ok(number > low && number < high, `${number}: ${low} to ${high}`);
}

function assertCalm(slo) {
  assert.equal(slo.state, 'ok');
  assert.deepEqual(pairsOf(slo), calm);
}

/** What packages/demo-world/README.md says that the portal should show. */
const stories = {
  'catalog-search': async ({ availability, latency }) => {
    assertCalm(availability);
    assertCalm(latency);
    assertBetween(0.7, availability.budget.remainingRatio, 1);
  },
  checkout: async ({ availability, api, ...slos }) => {
    assert.equal(availability.state, 'ok');
    const orders = slos['checkout-orders'];
    assert.equal(orders.state, 'ok');
    assert.deepEqual(orders.definedBy, {
      type: 'entity',
      name: 'checkout-orders',
      place: 'slo:default/checkout-orders',
    });
    const own = await api.read(
      '/entities/by-name/slo/default/checkout-orders/slos',
    );
    assert.deepEqual(
      own.slos.map(({ name, total }) => [name, total > 0]),
      [['checkout-orders', true]],
    );
    await eventually(
      async () => {
        const { incidents } = await api.read(
          '/entities/by-name/component/default/checkout/slos/availability/history',
        );
        // The history of the demo has a sample every two minutes.
        const older = incidents.filter(
          ({ resolvedAt }) =>
            resolvedAt && Date.parse(resolvedAt) < Date.now() - 2 * DAY,
        );
        assert.ok(older.some(({ consumedRatio }) => consumedRatio > 0));
      },
      { patience: 180_000 },
    );
    const { '1h/5m': fast, ...others } = pairsOf(availability);
    assert.equal(fast, 'firing');
    // An incident of an earlier start may still be within the longer windows.
    for (const state of Object.values(others)) {
      assert.ok(['rising', 'firing'].includes(state), state);
    }
    assert.equal(availability.budget.exhaustion.kind, 'in');
    const { alerts } = await api.readTab('checkout', 'on-call');
    const alert = alerts.find(({ name }) => name === 'CheckoutErrorBudgetBurn');
    assert.equal(alert.state, 'firing');
    const { firing, runbooks } = await api.readTab('checkout', 'runbooks');
    const { runbookId } = firing.find(({ name }) => name === alert.name);
    const { state } = runbooks.find(({ id }) => id === runbookId);
    assert.equal(state, 'fresh');
  },
  'product-pages': async ({ availability, api }) => {
    assert.equal(availability.state, 'ok');
    assert.deepEqual(pairsOf(availability), { ...calm, '3d/6h': 'firing' });
    const { firing, alertsWithoutRunbook } = await api.readTab(
      'product-pages',
      'runbooks',
    );
    const alert = 'ProductPagesErrorBudgetBurnSlow';
    assert.ok(firing.some(({ name }) => name === alert));
    assert.deepEqual(alertsWithoutRunbook, [alert]);
  },
  cart: async ({ availability }) => {
    assertCalm(availability);
    assertBetween(-0.7, availability.budget.remainingRatio, -0.3);
    assert.equal(availability.budget.exhaustion.kind, 'exhausted');
  },
  'payments-gateway': async ({ availability }) => {
    assert.equal(availability.state, 'ok');
    const { '1d/2h': day, '3d/6h': days, ...pages } = pairsOf(availability);
    assert.deepEqual(pages, { '1h/5m': 'ok', '6h/30m': 'ok' });
    assert.equal(days, 'recovering');
    // The bad hour leaves the shorter window while the world grows older.
    assert.ok(['recovering', 'ok'].includes(day), day);
  },
  recommendations: async ({ availability, latency, api }) => {
    assertCalm(availability);
    assert.deepEqual(pairsOf(latency), {
      '1h/5m': 'ok',
      '6h/30m': 'firing',
      '1d/2h': 'firing',
      '3d/6h': 'firing',
    });
    const { alerts } = await api.readTab('recommendations', 'on-call');
    const alert = alerts.find(
      ({ name }) => name === 'RecommendationsLatencyHigh',
    );
    assert.equal(alert.state, 'firing');
    assert.deepEqual(
      alert.suppression.silencedBy.map(({ createdBy }) => createdBy),
      ['Jonas Lindqvist'],
    );
  },
  'gift-cards': async ({ availability, api }) => {
    assert.equal(availability.state, 'low_traffic');
    assertBetween(0, availability.budget.badEventsAllowed, 10);
    const { maintenance, plannedMaintenance } = await api.readTab(
      'gift-cards',
      'on-call',
    );
    assert.equal(maintenance, undefined);
    const [{ startsAt }] = plannedMaintenance;
    assert.ok(Date.parse(startsAt) > Date.now());
  },
  returns: async ({ availability, api }) => {
    assert.equal(availability.state, 'ok');
    assert.equal(availability.now.state, 'no_traffic');
    const { '3d': _, ...upToADay } = windowStates(availability);
    assert.deepEqual([...new Set(Object.values(upToADay))], ['no_traffic']);
    const { maintenance } = await api.readTab('returns', 'on-call');
    assert.deepEqual(
      maintenance.map(({ createdBy }) => createdBy),
      ['Luca Moretti'],
    );
  },
  'fraud-check': async ({ availability }) => {
    assertCalm(availability);
    assert.equal(availability.bad, 0);
    assert.ok(availability.total > 0);
    assert.equal(availability.budget.remainingRatio, 1);
  },
  'invoice-export': async ({ availability, latency }) => {
    for (const slo of [availability, latency]) {
      assert.equal(slo.state, 'no_data');
      assert.equal(slo.lastSeenAt, undefined);
      assert.equal(slo.errorRatio, undefined);
      assert.deepEqual(slo.budget, { known: false });
    }
  },
  loyalty: async ({ availability, latency }) => {
    assert.equal(availability.state, 'partial');
    assert.equal(latency.state, 'partial');
  },
  'shipping-quotes': async ({ availability }) => {
    assertCalm(availability);
    // A quarter is spent; by `increase` alone it would be a sixth.
    assertBetween(0.7, availability.budget.remainingRatio, 0.8);
  },
  'label-printer': async ({ availability, printing, api, ...slos }) => {
    assertCalm(slos['labels-printed']);
    assert.equal(
      slos['labels-printed'].definedBy.place,
      './slos/label-printer.yaml:2',
    );
    const { problems } = await api.readTab('label-printer', 'slos');
    const mistakes = problems.filter(({ code }) => code.startsWith('openslo_'));
    assert.deepEqual(
      mistakes.map(({ message }) => message.split(' ', 4).join(' ')),
      [
        './slos/label-printer.yaml:64:15: SLO "labels-in-time": spec.objectives[0].target',
        './slos/label-printer.yaml:63:7: SLO "labels-in-time": spec.objectives[0].op',
      ],
    );
    assert.equal(availability.state, 'ok');
    assert.equal(printing.state, 'invalid');
    assert.equal(printing.problem.params.label, 'status');
    assert.equal(printing.errorRatio, undefined);
    assert.deepEqual(printing.budget, { known: false });
  },
  'warehouse-sync': async ({ availability, api }) => {
    assertCalm(availability);
    const { escalation } = await api.readTab('warehouse-sync', 'on-call');
    const { gaps } = escalation[0].levels.find(({ level }) => level === 2);
    assertBetween(
      Date.now() - DAY,
      Date.parse(gaps[0].from),
      Date.now() + 7 * DAY,
    );
    const { runbooks } = await api.readTab('warehouse-sync', 'runbooks');
    const dead = runbooks.filter(({ state }) => state === 'dead_link');
    assert.equal(dead.length, 1);
  },
  login: async ({ availability, api, ...slos }) => {
    assertCalm(availability);
    assertCalm(slos['login-promised']);
    assertCalm(slos['login-intended']);
    assert.equal(slos['login-promised'].indicator.kind, 'ratioQuery');
    const { runbooks } = await api.readTab('login', 'runbooks');
    const own = runbooks.filter(({ lastReviewedOn }) => lastReviewedOn);
    assert.equal(own.length, 2);
    for (const { state, reviewDueOn } of own) {
      assert.equal(state, 'untested');
      assert.ok(Date.parse(reviewDueOn) < Date.now(), reviewDueOn);
    }
  },
  // Its metrics are those of vanishedService.test.mjs.
  profile: async ({ api }) => {
    const { primary, problems } = await api.readTab('profile', 'ownership');
    assert.equal(primary.exists, false);
    assert.deepEqual(
      problems.map(({ code, params }) => [code, params.holder]),
      [['role_not_found', 'user:default/erik.dahl']],
    );
  },
};

const allMet =
  /All [24] objectives are met; the closest, .*, has \d+\s% of its error budget left/;

/** What a person reads first, by service and tab. */
const sentences = [
  ['catalog-search', 'slos', allMet],
  [
    'checkout',
    'slos',
    /Availability is spending its error budget (1[4-9]|2\d|3\d)(\.\d)?× too fast since .*; gone in/,
  ],
  [
    'product-pages',
    'slos',
    /Availability is slowly spending its error budget, (1\.[89]|2(\.[0-2])?)× too fast since/,
  ],
  [
    'cart',
    'slos',
    /Availability has spent its error budget \(−[3-7]\d\s% left\)/,
  ],
  ['payments-gateway', 'slos', /Availability is recovering/],
  [
    'recommendations',
    'slos',
    /Latency is spending its error budget [56](\.\d)?× too fast since/,
  ],
  ['gift-cards', 'slos', /Availability is met, but has too little traffic/],
  ['returns', 'slos', /no traffic at present/],
  ['fraud-check', 'slos', allMet],
  ['invoice-export', 'slos', /Availability: no series has matched its query/],
  ['loyalty', 'slos', /is met so far; its window is not full yet/],
  ['shipping-quotes', 'slos', allMet],
  ['label-printer', 'slos', /Printing cannot be measured: .*"status"/],
  ['warehouse-sync', 'slos', allMet],
  ['login', 'slos', allMet],
  [
    'warehouse-sync',
    'on-call',
    /Nobody is on call at level 2 of “Warehouse sync” from .* to /,
  ],
  // After what is worse, should a small incident be open just now.
  ['returns', 'on-call', /In maintenance until/],
  ['login', 'runbooks', /2 runbooks need attention, .*: untested/],
  [
    'profile',
    'owner',
    /The engineering owner “user:default\/erik\.dahl” is not in the catalog/,
  ],
];

describe('the stories of the demo world', () => {
  let api;
  let browser;
  let page;
  let crashes;

  before(async () => {
    api = await PortalApi.asOwner();
    browser = await openBrowser();
    ({ page, crashes } = await openPage(browser));
    // A cold start reads a month of history first.
    await eventually(
      async () => {
        const filling = (await api.readTasks()).filter(
          ({ progress }) => progress !== undefined,
        );
        assert.ok(filling.length > 0, 'nothing tells how far it has come');
        for (const { name, progress } of filling) {
          assert.equal(progress, 1, name);
        }
      },
      { patience: 240_000 },
    );
  });

  after(() => browser?.close());

  it('are told of every service in the catalog', async () => {
    assert.deepEqual(
      (await api.findServices()).sort(),
      Object.keys(stories).sort(),
    );
  });

  for (const [service, tells] of Object.entries(stories)) {
    it(`${service} is as its story says`, async () => {
      // What was read before the history was complete is read again by and by.
      await eventually(
        async () => {
          const { slos } = await api.readTab(service, 'slos');
          const byName = Object.fromEntries(slos.map(slo => [slo.name, slo]));
          await tells({ ...byName, api });
        },
        { patience: 60_000 },
      );
    });
  }

  for (const [service, tab, sentence] of sentences) {
    it(`${service} says so on its ${tab} tab`, async () => {
      await openTab(page, service, tab);
      await page
        .getByRole('heading', { level: 2 })
        .filter({ hasText: sentence })
        .waitFor();
      assert.deepEqual(crashes, []);
    });
  }
});
