import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import { openTab } from './entityTab.mjs';

const service = 'checkout';
const cards = ['Engineering owner', 'On call now', 'SLOs', 'Runbooks'];

/** Marks what is ours on a tab; the rest of the page is the platform's. */
async function markTab(page) {
  const headline = page.getByRole('heading', { level: 2 }).first();
  await headline.waitFor();
  await headline.evaluate(heading =>
    heading.parentElement.parentElement.setAttribute('data-ours', ''),
  );
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

    it('holds on the overview cards', async () => {
      await openTab(page, service, '');
      await page.getByText('page firing').first().waitFor();
      await markCards(page);
      assert.equal(await page.locator('[data-ours]').count(), cards.length);
      assert.deepEqual(await seriousViolations(page), []);
    });
  });
}
