import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { engineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import { PagerDutyClient } from './client/PagerDutyClient';
import { readAccounts } from './config/readAccounts';
import { PagerDutySource } from './onCall/PagerDutySource';

/**
 * Lets the Engineering Owner backend read on-call shifts, escalation policies
 * and incidents from PagerDuty.
 *
 * @public
 */
export const engineeringOwnerModulePagerDuty = createBackendModule({
  pluginId: 'engineering-owner',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: engineeringOwnerSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const { accounts, misconfigured } = readAccounts(config);
        for (const { source, problem } of misconfigured) {
          logger.error(problem.message);
          sources.addMisconfigured(source, problem);
        }
        for (const account of accounts) {
          sources.addOnCallSource(
            new PagerDutySource(new PagerDutyClient(account)),
          );
        }
        logger.info(
          accounts.length === 0
            ? 'No PagerDuty account at engineeringOwner.pagerduty.accounts: the on-call part stays off'
            : `PagerDuty accounts: ${accounts
                .map(({ name }) => name)
                .join(', ')}`,
        );
      },
    });
  },
});
