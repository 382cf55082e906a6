import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { SummaryResponse } from '@engineering-owner/backstage-plugin-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { engineeringOwnerApiRef } from './api';
import { incidentBanner, onCallCard, onCallTab } from './onCall/extensions';
import { pageOnCallMenuItem } from './onCall/pageOnCallMenuItem';
import { ownerCard, ownerTab } from './ownership/extensions';
import plugin from './index';
import { runbooksCard, runbooksTab } from './runbooks/extensions';
import { slosCard, slosTab } from './slos/extensions';
import { FixtureApi } from './__testUtils__/FixtureApi';
import { NOW as now } from './__testUtils__/fixtures/clock';
import { checkout, entityOfKind } from './__testUtils__/fixtures/entities';
import { quietOnCall } from './__testUtils__/fixtures/onCall';
import { wellOwned } from './__testUtils__/fixtures/ownership';
import { allFresh } from './__testUtils__/fixtures/runbooks';
import { latencyMet, slosResponse } from './__testUtils__/fixtures/slos';
import {
  busySummary,
  calmSummary,
  emptySummary,
} from './__testUtils__/fixtures/summary';
import { history } from './__testUtils__/fixtures/history';

function fixtures() {
  return new FixtureApi({
    ownership: wellOwned(now),
    onCall: quietOnCall(now),
    runbooks: allFresh(now),
    slos: slosResponse(now, [latencyMet(now)]),
    history: history(now, 0.61),
    summary: calmSummary(now),
  });
}

const TABS = {
  Owner: createExtensionTester(ownerTab),
  'On-call': createExtensionTester(onCallTab),
  Runbooks: createExtensionTester(runbooksTab),
  SLOs: createExtensionTester(slosTab),
};

describe('the plugin in the new frontend system', () => {
  it('has the id that the backend has', () => {
    expect(plugin.id ?? plugin.pluginId).toBe('engineering-owner');
  });

  it.each([
    ['Owner', ownerTab, /Ada Lovelace owns this/],
    ['On-call', onCallTab, /All quiet/],
    ['Runbooks', runbooksTab, /All 2 runbooks are fresh/],
    ['SLOs', slosTab, /The objective is met/],
  ])('mounts the %s tab', async (_, tab, sentence) => {
    renderTestApp({
      extensions: [createTestEntityPage({ entity: checkout }), tab],
      apis: [[engineeringOwnerApiRef, fixtures()]],
    });
    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('mounts the cards of all domains with one request', async () => {
    const api = fixtures();
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: checkout }),
        ownerCard,
        onCallCard,
        runbooksCard,
        slosCard,
      ],
      apis: [[engineeringOwnerApiRef, api]],
    });
    expect(await screen.findByText('Latency < 300 ms: ok')).toBeInTheDocument();
    expect(await screen.findByText('no open incident')).toBeInTheDocument();
    expect(await screen.findByText('deputy Alan Turing')).toBeInTheDocument();
    expect(
      await screen.findByText('2 runbooks, all fresh'),
    ).toBeInTheDocument();
    expect(api.asked).toEqual(['summary']);
  });

  it('shows the banner of open incidents with the request of the cards', async () => {
    const api = new FixtureApi({ summary: busySummary(now) });
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: checkout }),
        incidentBanner,
        onCallCard,
      ],
      apis: [[engineeringOwnerApiRef, api]],
    });
    expect(
      await screen.findByRole('region', { name: 'Open incidents' }),
    ).toHaveTextContent(/2 open incidents/);
    expect(api.asked).toEqual(['summary']);
  });

  it.each([
    ['Component', true],
    ['API', true],
    ['Resource', true],
    ['System', false],
    ['User', false],
  ])('offers on a %s to page the on-call: %p', (kind, offered) => {
    expect(
      createExtensionTester(pageOnCallMenuItem).get(
        EntityContextMenuItemBlueprint.dataRefs.filterFunction,
      )?.(entityOfKind(kind)),
    ).toBe(offered);
  });

  /** The item as a menu shows it; the catalog's own menu needs its page. */
  const MenuItem = () => {
    const { title, disabled, onClick } = createExtensionTester(
      pageOnCallMenuItem,
    )
      .get(EntityContextMenuItemBlueprint.dataRefs.data)
      .useProps();
    return (
      <button disabled={disabled} onClick={() => onClick?.()}>
        {title}
      </button>
    );
  };
  const renderMenu = (api: FixtureApi) =>
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: checkout }),
        EntityCardBlueprint.make({
          name: 'menu',
          params: { loader: async () => <MenuItem /> },
        }),
      ],
      apis: [[engineeringOwnerApiRef, api]],
    });

  it('pages the on-call from the menu', async () => {
    const api = fixtures();
    renderMenu(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Page the on-call' }),
    );
    expect(
      await screen.findByText(/^This pages Ada Lovelace/),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it.each<[string, SummaryResponse, RegExp]>([
    ['no service is named', emptySummary(), /no on-call service named/],
    [
      'no system is connected',
      {
        ...emptySummary(),
        onCall: {
          ...emptySummary().onCall,
          section: { state: 'not_configured' },
        },
      },
      /no on-call system is connected/,
    ],
    [
      'its only service does not exist',
      {
        ...calmSummary(now),
        onCall: { ...calmSummary(now).onCall, missingService: 'PGONE' },
      },
      /the service “PGONE” does not exist/,
    ],
  ])('says in the menu why it cannot: %s', async (_, summary, words) => {
    renderMenu(new FixtureApi({ summary }));
    expect(await screen.findByRole('button', { name: words })).toBeDisabled();
  });

  it.each([
    ['Component', ['Owner', 'On-call', 'Runbooks', 'SLOs']],
    ['API', ['Owner', 'On-call', 'Runbooks', 'SLOs']],
    ['Resource', ['Owner', 'On-call', 'Runbooks', 'SLOs']],
    ['System', ['Owner', 'On-call']],
    ['Domain', ['Owner', 'On-call']],
    ['Group', ['Owner', 'On-call']],
    ['User', ['On-call']],
    ['SLO', ['SLOs']],
    ['Location', []],
  ])('offers on a %s the tabs %p', (kind, expected) => {
    const entity = entityOfKind(kind);
    const offered = Object.entries(TABS)
      .filter(([, tab]) =>
        tab.get(EntityContentBlueprint.dataRefs.filterFunction)?.(entity),
      )
      .map(([title]) => title);
    expect(offered).toEqual(expected);
  });

  it.each(Object.entries(TABS))('leaves the %s tab out of groups', (_, tab) => {
    expect(tab.get(EntityContentBlueprint.dataRefs.group)).toBeUndefined();
  });
});
