import { openAs } from './browser.mjs';
import { pathOf, placeOf } from './portalApi.mjs';

/** Where a person finds a tab of an entity; the overview without one. */
export function addressOf(entity, tab = '') {
  const { kind, namespace, name } = placeOf(entity);
  return `/catalog/${namespace}/${kind}/${name}/${tab}`;
}

// Where the answer is called otherwise than the tab; '' is the overview.
const answers = { owner: 'ownership', '': 'summary' };

// Pages on which somebody has signed in: the session outlives a page load.
const signedIn = new WeakSet();

/**
 * Opens a tab of an entity, or its overview, as Sam who may only read, or as
 * another person.
 *
 * @returns the answer of our backend that the tab was drawn from
 */
export async function openTab(page, entity, tab, person = 'Sam Reader') {
  const address = addressOf(entity, tab);
  const path = `/v1${pathOf(entity)}/${answers[tab] ?? tab}`;
  const [response] = await Promise.all([
    page.waitForResponse(
      found =>
        found.url().toLowerCase().endsWith(path) &&
        found.request().method() === 'GET',
    ),
    signedIn.has(page) ? page.goto(address) : openAs(page, person, address),
  ]);
  signedIn.add(page);
  return response.json();
}
