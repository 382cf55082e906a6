import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { runbooksRouteRef } from '../routing';
import { SERVICE_KINDS } from '../routing/kinds';

export const runbooksTab = EntityContentBlueprint.make({
  name: 'runbooks',
  params: {
    path: '/runbooks',
    title: 'Runbooks',
    filter: { kind: { $in: SERVICE_KINDS } },
    routeRef: runbooksRouteRef,
    loader: () =>
      import('./RunbooksTab').then(({ RunbooksTab }) => <RunbooksTab />),
  },
});

export const runbooksCard = EntityCardBlueprint.make({
  name: 'runbooks',
  params: {
    type: 'info',
    filter: { kind: { $in: SERVICE_KINDS } },
    loader: () =>
      import('./RunbooksCard').then(({ RunbooksCard }) => <RunbooksCard />),
  },
});
