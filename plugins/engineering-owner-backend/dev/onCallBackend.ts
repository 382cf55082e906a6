import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import pagerDutyModule from '@engineering-owner/backstage-plugin-backend-module-pagerduty';
import { engineeringOwnerPlugin } from '../src/plugin';

/**
 * A backend with the platform's own scheduler, database and HTTP server, as a
 * process that can be killed. Its configuration is JSON in `EO_CONFIG`.
 */
const { EO_CONFIG = '{}' } = process.env;

const backend = createBackend();
backend.add(mockServices.rootConfig.factory({ data: JSON.parse(EO_CONFIG) }));
backend.add(catalogServiceMock.factory({ entities: [] }));
backend.add(engineeringOwnerPlugin);
backend.add(pagerDutyModule);
backend.start();
