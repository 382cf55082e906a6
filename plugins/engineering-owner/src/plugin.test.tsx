import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { engineeringOwnerApiRef } from './api';
import { onCallCard, onCallTab } from './onCall/extensions';
import { ownerCard, ownerTab } from './ownership/extensions';
import plugin from './index';
import { runbooksCard, runbooksTab } from './runbooks/extensions';
import { slosCard, slosTab } from './slos/extensions';
import { FixtureApi } from './testing/FixtureApi';
import { checkout, entityOfKind } from './testing/fixtures/entities';
import { quietOnCall } from './testing/fixtures/onCall';
import { wellOwned } from './testing/fixtures/ownership';
import { allFresh } from './testing/fixtures/runbooks';
import { latencyMet, slosResponse } from './testing/fixtures/slos';
import { calmSummary } from './testing/fixtures/summary';
import { history } from './testing/fixtures/history';

const now = new Date();

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
  Owner: ownerTab,
  'On-call': onCallTab,
  Runbooks: runbooksTab,
  SLOs: slosTab,
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

  it.each([
    ['Component', ['Owner', 'On-call', 'Runbooks', 'SLOs']],
    ['API', ['Owner', 'On-call', 'Runbooks', 'SLOs']],
    ['Resource', ['Owner', 'On-call', 'Runbooks', 'SLOs']],
    ['System', ['Owner']],
    ['Domain', ['Owner']],
    ['Group', ['Owner']],
    ['Location', []],
  ])('offers on a %s the tabs %p', async (kind, expected) => {
    const entity = entityOfKind(kind);
    const offered: string[] = [];
    for (const [title, tab] of Object.entries(TABS)) {
      const { unmount } = renderTestApp({
        extensions: [createTestEntityPage({ entity }), tab],
        apis: [[engineeringOwnerApiRef, new FixtureApi({})]],
      });
      // Loading, as the fixture never answers; or nothing on the page.
      const shown = await Promise.race([
        screen.findByRole('progressbar', { name: 'Loading' }).then(() => true),
        screen.findByTestId('empty-entity-page').then(() => false),
      ]);
      if (shown) {
        offered.push(title);
      }
      unmount();
    }
    expect(offered).toEqual(expected);
  });
});
