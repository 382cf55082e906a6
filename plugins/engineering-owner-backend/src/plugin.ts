import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { engineeringOwnerPermissions } from '@engineering-owner/backstage-plugin-common';
import { engineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import { createAlertsDomain } from './alerts/createAlertsDomain';
import { createContractDomain } from './contract/createContractDomain';
import { Domain } from './Domain';
import { createEntitiesDomain } from './entities/createEntitiesDomain';
import { EntityStore } from './entities/EntityStore';
import { createHousekeepingDomain } from './housekeeping/createHousekeepingDomain';
import { systemClock } from './ingest/clock';
import { IngestRunner } from './ingest/IngestRunner';
import { TaskStatusStore } from './ingest/TaskStatusStore';
import { createIncidentActionsDomain } from './onCall/actions/createIncidentActionsDomain';
import { createHandoverDomain } from './onCall/createHandoverDomain';
import { createOnCallDomain } from './onCall/createOnCallDomain';
import { OnCallSignals } from './onCall/live/OnCallSignals';
import { createWebhooksDomain } from './onCall/webhooks/createWebhooksDomain';
import { createOwnershipDomain } from './ownership/createOwnershipDomain';
import { createRouter } from './router/createRouter';
import { createRunbooksDomain } from './runbooks/createRunbooksDomain';
import { createSlosDomain } from './slos/createSlosDomain';
import { createSloListDomain } from './slos/list/createSloListDomain';
import { createPreviewDomain } from './slos/preview/createPreviewDomain';
import { ConfigProblems } from './sources/ConfigProblems';
import { createSourcesDomain } from './sources/createSourcesDomain';
import { SourceRegistry } from './sources/SourceRegistry';
import { SourceStatusStore } from './sources/SourceStatusStore';
import { Store } from './store/Store';
import { createSummaryDomain } from './summary/createSummaryDomain';

/**
 * The Engineering Owner backend: reads its sources on a schedule into its
 * database and answers from there.
 *
 * @public
 */
export const engineeringOwnerPlugin = createBackendPlugin({
  pluginId: 'engineering-owner',
  register(env) {
    const registry = new SourceRegistry();
    env.registerExtensionPoint(engineeringOwnerSourcesExtensionPoint, registry);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init({
        database,
        httpRouter,
        scheduler,
        signals,
        urlReader,
        ...services
      }) {
        const { knex } = await Store.create({ database });
        const context = {
          ...services,
          knex,
          registry,
          clock: systemClock,
          configProblems: new ConfigProblems({ logger: services.logger }),
          entities: new EntityStore(knex),
          taskStatus: new TaskStatusStore(knex),
          sourceStatus: new SourceStatusStore(knex),
        };
        const alerts = createAlertsDomain(context);
        const onCall = createOnCallDomain(context, {
          alerts: alerts.reader,
          onCallSignals: new OnCallSignals({ ...services, signals }),
        });
        const webhooks = createWebhooksDomain(context, onCall.answers);
        const ownership = createOwnershipDomain(context, onCall);
        const runbooks = createRunbooksDomain(context, {
          alerts: alerts.reader,
          urlReader,
        });
        const slos = createSlosDomain(context, { urlReader });
        const domains: Domain[] = [
          createEntitiesDomain(context),
          createSourcesDomain(context, webhooks),
          createHousekeepingDomain(context),
          createContractDomain(),
          slos,
          createSloListDomain(context, slos),
          createPreviewDomain({ ...context, ...services }, slos),
          alerts,
          onCall,
          createHandoverDomain(onCall, slos),
          createIncidentActionsDomain({ ...context, ...services }, onCall),
          webhooks,
          ownership,
          runbooks,
          createSummaryDomain(context, { ownership, onCall, runbooks, slos }),
        ];

        services.permissionsRegistry.addPermissions(
          engineeringOwnerPermissions,
        );
        for (const path of domains.flatMap(each => each.openPaths ?? [])) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        httpRouter.use(
          createRouter({
            ...services,
            entityRoutes: domains.flatMap(domain => domain.entityRoutes ?? []),
            routers: domains.flatMap(domain => domain.routers ?? []),
          }),
        );
        await new IngestRunner({ ...context, scheduler }).start(
          domains.flatMap(domain => domain.tasks ?? []),
        );
      },
    });
  },
});
