import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import pagerDutyModule from '@engineering-owner/backstage-plugin-backend-module-pagerduty';
import { engineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import { JsonObject } from '@backstage/types';
import express from 'express';
import { Knex } from 'knex';
import { createAlertsDomain } from '../../src/alerts/createAlertsDomain';
import { IngestRunner } from '../../src/ingest/IngestRunner';
import { createOnCallDomain } from '../../src/onCall/createOnCallDomain';
import { OnCallSignals } from '../../src/onCall/live/OnCallSignals';
import { createWebhooksDomain } from '../../src/onCall/webhooks/createWebhooksDomain';
import { createRouter } from '../../src/router/createRouter';
import { SourceRegistry } from '../../src/sources/SourceRegistry';
import { Store } from '../../src/store/Store';
import { benchContext } from '../scale/benchContext';
import { NoScheduler } from '../scale/NoScheduler';
import { serve } from '../scale/serve';
import { strictLogger } from '../scale/strictLogger';

/** The on-call domain with the real module on a database, and a clock that is moved. */
export async function startSync(options: {
  knex: Knex;
  port: number;
  account: JsonObject;
  entities: Entity[];
  clock: () => Date;
}) {
  const { knex, clock, entities } = options;
  await Store.create({ database: mockServices.database({ knex }) });
  const registry = new SourceRegistry();
  const backend = await startTestBackend({
    extensionPoints: [[engineeringOwnerSourcesExtensionPoint, registry]],
    features: [
      pagerDutyModule,
      mockServices.rootConfig.factory({
        data: {
          engineeringOwner: { pagerduty: { accounts: [options.account] } },
        },
      }),
    ],
  });
  const logger = strictLogger();
  const context = benchContext({
    knex,
    clock,
    catalog: catalogServiceMock({ entities }),
    registry,
    logger,
  });
  await context.entities.replaceAll(
    entities.map(entity => ({
      entityRef: stringifyEntityRef(entity),
      entity,
      ancestors: [],
    })),
  );
  const alerts = createAlertsDomain(context);
  const onCall = createOnCallDomain(context, {
    alerts: alerts.reader,
    onCallSignals: new OnCallSignals({
      signals: { publish: async () => {} },
      logger,
    }),
  });
  const webhooks = createWebhooksDomain(context, onCall.answers);
  const runner = new IngestRunner({ ...context, scheduler: new NoScheduler() });
  const tasks = [...(onCall.tasks ?? []), ...(webhooks.tasks ?? [])];
  await runner.start(tasks);
  const server = await serve(
    express().use(
      createRouter({
        ...context,
        entityRoutes: onCall.entityRoutes ?? [],
        routers: webhooks.routers ?? [],
      }),
    ),
    options.port,
  );
  return {
    url: server.url,
    cursors: onCall.answers.cursors,
    taskStatus: context.taskStatus,
    /** Runs every task once, as in one minute; a failed one throws. */
    async cycle(): Promise<void> {
      for (const task of tasks) {
        await runner.run(task, new AbortController().signal);
      }
    },
    async stop() {
      await server.close();
      await backend.stop();
      await knex.destroy();
    },
  };
}
