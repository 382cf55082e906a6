#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { openBrowser, openPage } from '../e2e-tests/browser.mjs';
import { addressOf, openTab } from '../e2e-tests/entityTab.mjs';
import { root } from './place.mjs';

const usage = `Takes pictures of a running demo, to look at.

  node scripts/pictures.mjs              the README's, into docs/images
  node scripts/pictures.mjs <folder>     every state, both themes, two widths
  node scripts/pictures.mjs <folder> <name>   the states whose name begins so`;

const owner = 'Maya Okafor';

/** What the README shows. */
const shown = {
  owner: { of: 'profile', tab: 'owner' },
  'on-call': { of: 'checkout', tab: 'on-call' },
  runbooks: { of: 'checkout', tab: 'runbooks' },
  slos: { of: 'checkout', tab: 'slos' },
};

async function tryOut(page) {
  await page.getByRole('button', { name: /^What if/ }).click();
  await page.getByLabel('Target in %').fill('99.5');
  await page.getByRole('table', { name: 'What is beside' }).waitFor();
}

const explain = name => async page => {
  await page.getByRole('button', { name }).first().click();
  await page.locator('.MuiPopover-paper').waitFor();
};

/** As Maya, who may act; nothing is sent. */
const ask = name => async page => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

const tellWhyNot = async page => {
  await page
    .getByRole('button', { name: /^Resolve: / })
    .first()
    .hover();
  await page.getByRole('tooltip').waitFor();
};

const goHome = async page => {
  await page.goto('/home');
  await page.getByRole('link', { name: 'Your on-call page' }).waitFor();
};

/** Each state that a tab can be in, by the story that has it. */
const states = {
  ...shown,
  'overview-burning': { of: 'checkout', tab: '' },
  'overview-without-data': { of: 'invoice-export', tab: '' },
  'owner-fine': { of: 'checkout', tab: 'owner' },
  'on-call-gap': { of: 'warehouse-sync', tab: 'on-call' },
  'on-call-quiet': { of: 'fraud-check', tab: 'on-call' },
  'on-call-may-not': { of: 'checkout', tab: 'on-call', then: tellWhyNot },
  'on-call-may': { of: 'checkout', tab: 'on-call', as: owner },
  'on-call-resolve': {
    of: 'checkout',
    tab: 'on-call',
    as: owner,
    then: ask(/^Resolve: /),
  },
  'on-call-note': {
    of: 'checkout',
    tab: 'on-call',
    as: owner,
    then: ask(/^Add note: /),
  },
  'on-call-page': {
    of: 'checkout',
    tab: 'on-call',
    as: owner,
    then: ask('Page the on-call'),
  },
  'on-call-of-group': { of: 'group:team-storefront', tab: 'on-call' },
  'on-call-of-groups': { of: 'group:engineering', tab: 'on-call' },
  'on-call-of-group-unpaged': { of: 'group:team-payments', tab: 'on-call' },
  'on-call-of-user': { of: 'user:maya.okafor', tab: 'on-call' },
  'on-call-of-oneself': {
    of: 'user:maya.okafor',
    tab: 'on-call',
    as: owner,
  },
  'on-call-of-system': { of: 'system:payments', tab: 'on-call' },
  'on-call-of-domain': { of: 'domain:commerce', tab: 'on-call' },
  'on-call-home': {
    of: 'user:maya.okafor',
    tab: 'on-call',
    as: owner,
    then: goHome,
  },
  'on-call-home-of-nobody': {
    of: 'user:sam.reader',
    tab: 'on-call',
    then: goHome,
  },
  'on-call-of-nobody': { of: 'group:product', tab: 'on-call' },
  'runbooks-stale': { of: 'login', tab: 'runbooks' },
  'slos-fine': { of: 'catalog-search', tab: 'slos' },
  'slos-documents': { of: 'login', tab: 'slos' },
  'slos-what-if': { of: 'checkout', tab: 'slos', then: tryOut },
  'slos-explained': { of: 'checkout', tab: 'slos', then: explain(/×$/) },
  'slos-overspent': { of: 'cart', tab: 'slos' },
  'slos-recovering': { of: 'payments-gateway', tab: 'slos' },
  'slos-latency': {
    of: 'recommendations',
    tab: 'slos?slo=latency&range=1d',
  },
  'slos-low-traffic': { of: 'gift-cards', tab: 'slos' },
  'slos-no-traffic': { of: 'returns', tab: 'slos' },
  'slos-never-an-error': { of: 'fraud-check', tab: 'slos' },
  'slos-never-seen': { of: 'invoice-export', tab: 'slos' },
  'slos-partial': { of: 'loyalty', tab: 'slos' },
  'slos-invalid': { of: 'label-printer', tab: 'slos' },
};

async function take(browser, folder, pictures, { colorScheme, width, suffix }) {
  const options = {
    colorScheme,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  };
  const pages = new Map();
  for (const [name, { of, tab, then, as }] of Object.entries(pictures)) {
    if (!pages.has(as)) {
      pages.set(as, await openPage(browser, options));
    }
    const { page } = pages.get(as);
    const [plainTab, query] = tab.split('?');
    await openTab(page, of, plainTab, as);
    if (query) {
      await page.goto(addressOf(of, tab));
    }
    await page.waitForLoadState('networkidle');
    await then?.(page);
    await page.waitForLoadState('networkidle');
    // The page scrolls inside the frame of the portal: show all of it.
    const height = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].map(each => each.scrollHeight),
      ),
    );
    await page.setViewportSize({ width, height: Math.min(height, 4000) });
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(folder, `${name}-${suffix}.png`) });
    await page.setViewportSize({ width, height: 900 });
  }
  for (const { page, crashes } of pages.values()) {
    if (crashes.length) {
      throw new Error(`The page crashed: ${crashes.join('; ')}`);
    }
    await page.context().close();
  }
}

async function main([folder, beginning = '']) {
  if (folder?.startsWith('-')) {
    throw new Error(usage);
  }
  const into = folder ?? path.join(root, 'docs/images');
  fs.mkdirSync(into, { recursive: true });
  const wanted = Object.fromEntries(
    Object.entries(states).filter(([name]) => name.startsWith(beginning)),
  );
  const browser = await openBrowser();
  try {
    for (const colorScheme of ['light', 'dark']) {
      const wide = { colorScheme, width: 1440, suffix: colorScheme };
      if (!folder) {
        await take(browser, into, shown, wide);
        continue;
      }
      await take(browser, into, wanted, wide);
      await take(browser, into, wanted, {
        colorScheme,
        width: 1024,
        suffix: `${colorScheme}-1024`,
      });
    }
  } finally {
    await browser.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
