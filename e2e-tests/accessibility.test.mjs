import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';

const service = 'checkout';
// Neither metrics nor an on-call service.
const uninstrumented = 'invoice-export';
const portfolios = [
  'group:team-storefront',
  'group:team-payments',
  'user:maya.okafor',
  'system:payments',
  'domain:commerce',
];
const cards = ['Engineering owner', 'On call now', 'SLOs', 'Runbooks'];

/** Marks what is ours on a tab; the rest of the page is the platform's. */
async function markTab(page) {
  const headline = page.getByRole('heading', { level: 2 }).first();
  await headline.waitFor();
  await headline.evaluate(heading =>
    heading.parentElement.parentElement.setAttribute('data-ours', ''),
  );
}

async function markSection(page, name) {
  await page
    .getByRole('region', { name })
    .evaluate(section => section.setAttribute('data-ours', ''));
}

async function markCards(page) {
  for (const title of cards) {
    const line = page.getByRole('link').filter({ hasText: /\S/ });
    await page
      .locator('section, article, div')
      .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
      .filter({ has: line })
      .last()
      .evaluate(card => card.setAttribute('data-ours', ''));
  }
}

async function seriousViolations(page) {
  await page.waitForLoadState('networkidle');
  const { violations, passes } = await new AxeBuilder({ page })
    .include('[data-ours]')
    .analyze();
  assert.ok(passes.length > 0, 'nothing was looked at');
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [`${id}: ${help}`, target.join(' '), failureSummary].join('\n'),
      ),
    );
}

/** Focus moves a moment after what had it is gone. */
function focusIsOn(locator) {
  return eventually(
    async () =>
      assert.ok(
        await locator.evaluate(each => each === document.activeElement),
        `the focus is not on ${locator}`,
      ),
    { patience: 3_000, every: 50 },
  );
}

for (const colorScheme of ['light', 'dark']) {
  describe(`accessibility in ${colorScheme}`, () => {
    let browser;
    let page;

    before(async () => {
      browser = await openBrowser();
      ({ page } = await openPage(browser, {
        colorScheme,
        reducedMotion: 'reduce',
      }));
    });

    after(() => browser?.close());

    for (const tab of ['owner', 'on-call', 'runbooks', 'slos']) {
      it(`holds on the ${tab} tab`, async () => {
        await openTab(page, service, tab);
        await markTab(page);
        assert.deepEqual(await seriousViolations(page), []);
      });
    }

    for (const entity of portfolios) {
      it(`holds on the on-call tab of ${entity}`, async () => {
        await openTab(page, entity, 'on-call');
        await markTab(page);
        assert.deepEqual(await seriousViolations(page), []);
      });
    }

    it('holds where nothing belongs to a Group', async () => {
      await openTab(page, 'group:product', 'on-call');
      await markSection(page, 'No on-call service yet');
      assert.deepEqual(await seriousViolations(page), []);
    });

    it('holds while somebody tries another target', async () => {
      await openTab(page, service, 'slos');
      await page.getByRole('button', { name: 'What if…' }).click();
      await page.getByLabel('Target in %').fill('99');
      await page
        .getByRole('table', { name: 'What is beside what would be' })
        .waitFor();
      await markTab(page);
      assert.deepEqual(await seriousViolations(page), []);
    });

    it('holds while a figure explains itself', async () => {
      await openTab(page, service, 'slos');
      await page.getByRole('button', { name: /^Budget left/ }).click();
      const dialog = page.getByRole('dialog', { name: /^Budget left/ });
      await dialog
        .getByRole('link', { name: /^Open in Prometheus/ })
        .first()
        .waitFor();
      await dialog.evaluate(paper => paper.setAttribute('data-ours', ''));
      assert.deepEqual(await seriousViolations(page), []);
    });

    it('holds while somebody acts on an incident, and gives the focus back', async () => {
      const { page: owners } = await openPage(browser, {
        colorScheme,
        reducedMotion: 'reduce',
      });
      await openTab(owners, service, 'on-call', 'Maya Okafor');
      for (const name of [/^Resolve: /, /^Add note: /, 'Page the on-call']) {
        const button = owners.getByRole('button', { name }).first();
        const dialog = owners.getByRole('dialog', { name });
        await button.focus();
        await owners.keyboard.press('Enter');
        await dialog.getByRole('textbox').first().waitFor();
        await dialog.evaluate(paper => paper.setAttribute('data-ours', ''));
        assert.deepEqual(await seriousViolations(owners), []);
        await owners.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await focusIsOn(button);
      }
      await markTab(owners);
      assert.deepEqual(await seriousViolations(owners), []);

      const menu = owners.getByRole('button', { name: 'More actions' });
      await menu.focus();
      await owners.keyboard.press('Enter');
      await owners.getByRole('menuitem', { name: 'Page the on-call' }).click();
      const dialog = owners.getByRole('dialog', { name: 'Page the on-call' });
      await dialog.getByRole('textbox').first().waitFor();
      assert.ok(
        await dialog.evaluate(each => each.contains(document.activeElement)),
        'the focus is not in the dialog',
      );
      await owners.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await focusIsOn(menu);
      await owners.context().close();
    });

    it('holds where there is no data', async () => {
      await openTab(page, uninstrumented, 'slos');
      await page
        .getByText(/no series match the query/)
        .first()
        .waitFor();
      await markTab(page);
      assert.deepEqual(await seriousViolations(page), []);
    });

    it('holds where there is nothing yet', async () => {
      await openTab(page, uninstrumented, 'on-call');
      await markSection(page, 'No on-call service yet');
      assert.deepEqual(await seriousViolations(page), []);
    });

    it('holds on the overview cards', async () => {
      await openTab(page, service, '');
      await page.getByText('page firing').first().waitFor();
      await markCards(page);
      await page.locator('section[aria-label="Open incidents"]').waitFor();
      await markSection(page, 'Open incidents');
      assert.equal(await page.locator('[data-ours]').count(), cards.length + 1);
      assert.deepEqual(await seriousViolations(page), []);
    });
  });
}
