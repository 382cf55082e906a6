import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType, ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { engineeringOwnerApiRef } from '../api';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { checkout, entityOfKind } from '../__testUtils__/fixtures/entities';
import { history } from '../__testUtils__/fixtures/history';
import { quietOnCall } from '../__testUtils__/fixtures/onCall';
import { wellOwned } from '../__testUtils__/fixtures/ownership';
import { allFresh } from '../__testUtils__/fixtures/runbooks';
import { latencyMet, slosResponse } from '../__testUtils__/fixtures/slos';
import { busySummary, calmSummary } from '../__testUtils__/fixtures/summary';
import * as legacy from './index';

/** Every component that `./legacy` exports, with words it shows. */
const COMPONENTS: Record<string, [ComponentType, RegExp]> = {
  EntityOwnerContent: [legacy.EntityOwnerContent, /Ada Lovelace owns this/],
  EntityOnCallContent: [legacy.EntityOnCallContent, /All quiet/],
  EntityRunbooksContent: [legacy.EntityRunbooksContent, /runbooks are fresh/],
  EntitySlosContent: [legacy.EntitySlosContent, /The objective is met/],
  EntityOwnerCard: [legacy.EntityOwnerCard, /deputy Alan Turing/],
  EntityOnCallCard: [legacy.EntityOnCallCard, /no open incident/],
  OnCallMine: [legacy.OnCallMine, /You are not on call in the coming/],
  EntityRunbooksCard: [legacy.EntityRunbooksCard, /2 runbooks, all fresh/],
  EntitySlosCard: [legacy.EntitySlosCard, /Latency < 300 ms: ok/],
};

/** Nothing while no incident is open. */
const BANNER = 'EngineeringOwnerIncidentBanner';

const CONDITIONS = [
  'isOnCallAvailable',
  'isOwnerAvailable',
  'isRunbooksAvailable',
  'isSlosAvailable',
];

describe('./legacy', () => {
  it('exports what is mounted here and nothing else', () => {
    expect(Object.keys(legacy).sort()).toEqual(
      [
        ...Object.keys(COMPONENTS),
        ...CONDITIONS,
        BANNER,
        'engineeringOwnerPlugin',
        'usePageOnCall',
      ].sort(),
    );
  });

  const render = (element: ReactElement, api: FixtureApi) =>
    renderInTestApp(
      <TestApiProvider apis={[[engineeringOwnerApiRef, api]]}>
        <EntityProvider entity={checkout}>
          <Routes>
            <Route path="/here/*" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/here'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );

  const calm = () =>
    new FixtureApi({
      ownership: wellOwned(now),
      onCall: quietOnCall(now),
      runbooks: allFresh(now),
      slos: slosResponse(now, [latencyMet(now)]),
      history: history(now, 0.61),
      summary: calmSummary(now),
    });

  it.each(Object.entries(COMPONENTS))(
    'mounts %s on an entity page',
    async (_, [Component, words]) => {
      await render(<Component />, calm());
      expect(await screen.findByText(words)).toBeInTheDocument();
    },
  );

  it('mounts the banner where an incident is open', async () => {
    await render(
      <legacy.EngineeringOwnerIncidentBanner />,
      new FixtureApi({ summary: busySummary(now) }),
    );
    expect(await screen.findByText(/^2 open incidents/)).toBeInTheDocument();
  });

  it('pages the on-call from the menu of EntityLayout', async () => {
    const Page = () => {
      const { items, dialog } = legacy.usePageOnCall();
      return (
        <>
          {items.map(({ title, Icon, onClick }) => (
            <button key={title} onClick={onClick}>
              <Icon fontSize="small" />
              {title}
            </button>
          ))}
          {dialog}
        </>
      );
    };
    await render(<Page />, calm());
    await userEvent.click(await screen.findByText('Page the on-call'));
    expect(
      await screen.findByText(/^This pages Ada Lovelace/),
    ).toBeInTheDocument();
  });

  it('provides the API that the components read from', () => {
    expect(
      [...legacy.engineeringOwnerPlugin.getApis()].map(({ api }) => api.id),
    ).toEqual(['plugin.engineering-owner.api']);
  });

  it.each([
    ['Component', true, true, true],
    ['api', true, true, true],
    ['Resource', true, true, true],
    ['System', true, true, false],
    ['Domain', true, true, false],
    ['Group', true, true, false],
    ['User', false, true, false],
    ['Location', false, false, false],
  ])('says for a %s what is available', (kind, owner, onCall, others) => {
    const entity = entityOfKind(kind);
    expect(legacy.isOwnerAvailable(entity)).toBe(owner);
    expect(legacy.isOnCallAvailable(entity)).toBe(onCall);
    expect(legacy.isRunbooksAvailable(entity)).toBe(others);
    expect(legacy.isSlosAvailable(entity)).toBe(others);
  });
});
