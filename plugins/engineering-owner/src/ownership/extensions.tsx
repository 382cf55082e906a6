import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ownerRouteRef } from '../routing';
import { OWNED_KINDS } from '../routing/kinds';

export const ownerTab = EntityContentBlueprint.make({
  name: 'owner',
  params: {
    path: '/owner',
    title: 'Owner',
    filter: { kind: { $in: OWNED_KINDS } },
    routeRef: ownerRouteRef,
    loader: () => import('./OwnerTab').then(({ OwnerTab }) => <OwnerTab />),
  },
});

export const ownerCard = EntityCardBlueprint.make({
  name: 'owner',
  params: {
    type: 'info',
    filter: { kind: { $in: OWNED_KINDS } },
    loader: () => import('./OwnerCard').then(({ OwnerCard }) => <OwnerCard />),
  },
});
