import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import pagerDutyModule from '@engineering-owner/backstage-plugin-backend-module-pagerduty';
import { startPlugin } from './startPlugin';

/** Starts the plugin with the real module on a simulated PagerDuty account. */
export function startOnAccount(
  { url }: { url: string },
  options: {
    entities: Entity[];
    /** What else the account is configured with. */
    account?: JsonObject;
  },
): ReturnType<typeof startPlugin> {
  return startPlugin({
    entities: options.entities,
    config: {
      engineeringOwner: {
        pagerduty: {
          accounts: [
            {
              name: 'default',
              apiBaseUrl: url,
              token: 'demo',
              ...options.account,
            },
          ],
        },
      },
    },
    features: [pagerDutyModule],
  });
}
