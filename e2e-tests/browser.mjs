import { chromium } from 'playwright-core';

const backendPort = process.env.EO_BACKEND_PORT ?? '7007';
const appPort = process.env.EO_APP_PORT ?? '3000';

export const portalUrl = `http://localhost:${appPort}`;
export const apiUrl = `http://localhost:${backendPort}/api`;

// Without these, Chromium talks to its maker while it starts.
const quiet = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium; the caller closes it. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.EO_CHROMIUM ?? '/usr/bin/chromium',
    // Chromium's sandbox refuses root, which containers run as.
    args: ['--no-sandbox', ...quiet],
  });
}

/** A page of a fresh session, which remembers what went wrong in it. */
export async function openPage(browser, options) {
  const context = await browser.newContext({
    baseURL: portalUrl,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const crashes = [];
  page.on('pageerror', error => crashes.push(error.message));
  return { page, crashes };
}

/** Opens an address of the portal as one of the two people. */
export async function openAs(page, person, address) {
  await page.goto(address);
  await page.getByRole('button', { name: `Sign in as ${person}` }).click();
}

/** The token of whoever an auth provider of the demo signs in. */
export async function tokenFrom(provider) {
  const response = await fetch(`${apiUrl}/auth/${provider}/refresh`);
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
