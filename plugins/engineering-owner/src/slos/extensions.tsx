import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { SERVICE_KINDS, SLO_KIND } from '../routing/kinds';
import { slosRouteRef } from '../routing';

export const slosTab = EntityContentBlueprint.make({
  name: 'slos',
  params: {
    path: '/slos',
    title: 'SLOs',
    filter: { kind: { $in: [...SERVICE_KINDS, SLO_KIND] } },
    routeRef: slosRouteRef,
    loader: () => import('./SlosTab').then(({ SlosTab }) => <SlosTab />),
  },
});

export const slosCard = EntityCardBlueprint.make({
  name: 'slos',
  params: {
    type: 'info',
    filter: { kind: { $in: SERVICE_KINDS } },
    loader: () => import('./SlosCard').then(({ SlosCard }) => <SlosCard />),
  },
});
