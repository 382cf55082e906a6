import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ComponentType } from 'react';
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
import { calmSummary } from '../__testUtils__/fixtures/summary';
import * as legacy from './index';

/** Every component that `./legacy` exports, with words it shows. */
const COMPONENTS: Record<string, [ComponentType, RegExp]> = {
  EntityOwnerContent: [legacy.EntityOwnerContent, /Ada Lovelace owns this/],
  EntityOnCallContent: [legacy.EntityOnCallContent, /All quiet/],
  EntityRunbooksContent: [legacy.EntityRunbooksContent, /runbooks are fresh/],
  EntitySlosContent: [legacy.EntitySlosContent, /The objective is met/],
  EntityOwnerCard: [legacy.EntityOwnerCard, /deputy Alan Turing/],
  EntityOnCallCard: [legacy.EntityOnCallCard, /no open incident/],
  EntityRunbooksCard: [legacy.EntityRunbooksCard, /2 runbooks, all fresh/],
  EntitySlosCard: [legacy.EntitySlosCard, /Latency < 300 ms: ok/],
};

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
        'engineeringOwnerPlugin',
      ].sort(),
    );
  });

  it.each(Object.entries(COMPONENTS))(
    'mounts %s on an entity page',
    async (_, [Component, words]) => {
      await renderInTestApp(
        <TestApiProvider
          apis={[
            [
              engineeringOwnerApiRef,
              new FixtureApi({
                ownership: wellOwned(now),
                onCall: quietOnCall(now),
                runbooks: allFresh(now),
                slos: slosResponse(now, [latencyMet(now)]),
                history: history(now, 0.61),
                summary: calmSummary(now),
              }),
            ],
          ]}
        >
          <EntityProvider entity={checkout}>
            <Routes>
              <Route path="/here/*" element={<Component />} />
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
      expect(await screen.findByText(words)).toBeInTheDocument();
    },
  );

  it('provides the API that the components read from', () => {
    expect(
      [...legacy.engineeringOwnerPlugin.getApis()].map(({ api }) => api.id),
    ).toEqual(['plugin.engineering-owner.api']);
  });

  it.each([
    ['Component', true, true],
    ['api', true, true],
    ['Resource', true, true],
    ['System', true, false],
    ['Domain', true, false],
    ['Group', true, false],
    ['User', false, false],
    ['Location', false, false],
  ])('says for a %s what is available', (kind, owner, others) => {
    const entity = entityOfKind(kind);
    expect(legacy.isOwnerAvailable(entity)).toBe(owner);
    expect(legacy.isOnCallAvailable(entity)).toBe(others);
    expect(legacy.isRunbooksAvailable(entity)).toBe(others);
    expect(legacy.isSlosAvailable(entity)).toBe(others);
  });
});
