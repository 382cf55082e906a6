import type { Entity } from '@backstage/catalog-model';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  renderInTestApp,
  TestApiProvider,
  type TestApiProviderProps,
} from '@backstage/test-utils';
import type { ReactElement } from 'react';
import { engineeringOwnerApiRef } from '../api';
import {
  onCallRouteRef,
  ownerRouteRef,
  runbooksRouteRef,
  slosRouteRef,
} from '../routing';
import type { FakeSignalApi } from './FakeSignalApi';
import type { FixtureApi } from './FixtureApi';
import { checkout } from './fixtures/entities';

/** Renders part of an entity page that reads from fixtures. */
export function renderOnEntity(
  element: ReactElement,
  api: FixtureApi,
  options: {
    entity?: Entity;
    path?: string;
    signals?: FakeSignalApi;
    apis?: TestApiProviderProps<any[]>['apis'];
  } = {},
) {
  const entity = options.entity ?? checkout;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [engineeringOwnerApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        ...(options.signals ? [[signalApiRef, options.signals] as const] : []),
        ...(options.apis ?? []),
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [options.path ?? '/'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tabs/owner': ownerRouteRef,
        '/tabs/on-call': onCallRouteRef,
        '/tabs/runbooks': runbooksRouteRef,
        '/tabs/slos': slosRouteRef,
      },
    },
  );
}
