import { openAs } from './browser.mjs';
import { pathOf } from './portalApi.mjs';

/** Where a person finds a tab of a component; the overview without one. */
export function addressOf(component, tab = '') {
  return `/catalog/default/component/${component}/${tab}`;
}

// The tab of owners is about what the API calls ownership.
const answers = { owner: 'ownership' };

/**
 * Signs in on a tab of a component.
 *
 * @returns the answer of our backend that the tab was drawn from
 */
export async function openTab(page, person, component, tab) {
  const [response] = await Promise.all([
    page.waitForResponse(
      found =>
        found
          .url()
          .toLowerCase()
          .endsWith(`/v1${pathOf(component)}/${answers[tab] ?? tab}`) &&
        found.request().method() === 'GET',
    ),
    openAs(page, person, addressOf(component, tab)),
  ]);
  return response.json();
}
