import { HttpHandler } from 'msw';
import { route } from '../http/route';
import { PagerDutyState } from '../state';
import { directoryEndpoints } from './directory';
import { escalationPolicyEndpoints } from './escalationPolicies';
import { incidentEndpoints } from './incidents';
import { incidentWriteEndpoints } from './incidentWrites';
import { logEntryEndpoints } from './logEntries';
import { oauthHandlers } from './oauth';
import { onCallEndpoints } from './onCalls';
import { scheduleEndpoints } from './schedules';
import { serviceEndpoints } from './services';
import { simulatorHandlers } from './simulator';
import { userEndpoints } from './users';
import { webhookSubscriptionEndpoints } from './webhookSubscriptions';

/**
 * The msw handlers of a simulated account, for any host: the simulator serves
 * them over HTTP, and unit tests give them to `setupServer`.
 */
export function createPagerDutyHandlers(state: PagerDutyState): HttpHandler[] {
  return [
    ...simulatorHandlers(state),
    ...oauthHandlers(state),
    ...[
      ...incidentWriteEndpoints(state),
      ...logEntryEndpoints(state),
      ...incidentEndpoints(state),
      ...serviceEndpoints(state),
      ...escalationPolicyEndpoints(state),
      ...scheduleEndpoints(state),
      ...onCallEndpoints(state),
      ...userEndpoints(state),
      ...directoryEndpoints(state),
      ...webhookSubscriptionEndpoints(state),
    ].map(endpoint => route(state, endpoint)),
  ];
}
