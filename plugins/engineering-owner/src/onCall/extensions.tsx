import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { onCallRouteRef } from '../routing';
import { SERVICE_KINDS } from '../routing/kinds';

export const onCallTab = EntityContentBlueprint.make({
  name: 'on-call',
  params: {
    path: '/on-call',
    title: 'On-call',
    filter: { kind: { $in: SERVICE_KINDS } },
    routeRef: onCallRouteRef,
    loader: () => import('./OnCallTab').then(({ OnCallTab }) => <OnCallTab />),
  },
});

export const onCallCard = EntityCardBlueprint.make({
  name: 'on-call',
  params: {
    type: 'info',
    filter: { kind: { $in: SERVICE_KINDS } },
    loader: () =>
      import('./OnCallCard').then(({ OnCallCard }) => <OnCallCard />),
  },
});

export const incidentBanner = EntityCardBlueprint.make({
  name: 'incident-banner',
  params: {
    type: 'content',
    filter: { kind: { $in: SERVICE_KINDS } },
    loader: () =>
      import('./IncidentBanner').then(({ IncidentBanner }) => (
        <IncidentBanner />
      )),
  },
});
