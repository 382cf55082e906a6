import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { onCallRouteRef } from '../routing';
import { ON_CALL_KINDS, SERVICE_KINDS } from '../routing/kinds';

export const onCallTab = EntityContentBlueprint.make({
  name: 'on-call',
  params: {
    path: '/on-call',
    title: 'On-call',
    filter: { kind: { $in: ON_CALL_KINDS } },
    routeRef: onCallRouteRef,
    loader: () => import('./OnCallTab').then(({ OnCallTab }) => <OnCallTab />),
  },
});

export const onCallCard = EntityCardBlueprint.make({
  name: 'on-call',
  params: {
    type: 'info',
    filter: { kind: { $in: ON_CALL_KINDS } },
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

export const onCallWidget = HomePageWidgetBlueprint.make({
  name: 'on-call-mine',
  params: {
    name: 'OnCallMine',
    title: 'On call: me and mine',
    description:
      'When you are on call, and what is open of what you and your groups own',
    components: () =>
      import('./OnCallMine').then(({ OnCallMine }) => ({
        Content: () => <OnCallMine />,
      })),
  },
});
