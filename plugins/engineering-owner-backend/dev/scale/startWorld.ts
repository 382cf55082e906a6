import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import express from 'express';
import { Knex } from 'knex';
import { FakeUrlReader } from '../../src/__testUtils__/FakeUrlReader';
import { IngestTask } from '../../src/ingest/IngestTask';
import { IngestRunner } from '../../src/ingest/IngestRunner';
import { createRouter } from '../../src/router/createRouter';
import { createSlosDomain } from '../../src/slos/createSlosDomain';
import { SourceRegistry } from '../../src/sources/SourceRegistry';
import { Store } from '../../src/store/Store';
import { benchContext } from './benchContext';
import { NoScheduler } from './NoScheduler';
import { ScaleSource } from './ScaleSource';
import { serve } from './serve';
import { strictLogger } from './strictLogger';

/** Three objectives for every service. */
const templates = [
  { name: 'availability', objective: 99.9, window: '30d' },
  { name: 'latency', objective: 99, window: '28d' },
  { name: 'freshness', objective: 99.5, window: '7d' },
].map(template => ({
  ...template,
  filter: { kind: 'component' },
  entityLabel: 'service',
  indicator: { ratio: { total: 'requests', bad: 'errors' } },
}));

/** The SLO domain with many entities, a clock that is moved, and its HTTP API. */
export async function startWorld(options: {
  knex: Knex;
  entityCount: number;
  start: Date;
}) {
  const { knex } = options;
  await Store.create({ database: mockServices.database({ knex }) });
  const names = Array.from(
    { length: options.entityCount },
    (_, index) => `service-${index}`,
  );
  const entities = names.map(component);
  const source = new ScaleSource(names);
  const registry = new SourceRegistry();
  registry.addSliSource(source);
  let now = options.start;
  let movedAt = performance.now();
  // Goes on between moves, so that what is bounded by time stops in time.
  const clock = () => new Date(now.getTime() + performance.now() - movedAt);
  const logger = strictLogger();
  const catalog = catalogOf(entities);
  const context = benchContext({
    knex,
    clock,
    catalog,
    registry,
    logger,
    config: { slos: { templates } },
  });
  const domain = createSlosDomain(context, {
    urlReader: new FakeUrlReader({}),
  });
  const runner = new IngestRunner({
    ...context,
    scheduler: new NoScheduler(),
  });
  const tasks = domain.tasks ?? [];
  await runner.start(tasks);

  const app = express().use(
    createRouter({
      httpAuth: context.httpAuth,
      catalog,
      entityRoutes: domain.entityRoutes ?? [],
      routers: domain.routers ?? [],
    }),
  );
  const server = await serve(app);

  return {
    source,
    names,
    tasks,
    /** Runs one task; a failed one throws. */
    async run(task: IngestTask): Promise<void> {
      await runner.run(task, new AbortController().signal);
    },
    now: () => now,
    skip(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000);
      movedAt = performance.now();
    },
    url: server.url,
    async stop() {
      await server.close();
      await knex.destroy();
    },
  };
}

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', owner: 'group:default/everyone' },
  };
}

/** A catalog that answers at once: its own work is not what is measured. */
function catalogOf(entities: Entity[]) {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  return Object.assign(catalogServiceMock({ entities: [] }), {
    async getEntityByRef(ref: string) {
      return byRef.get(ref);
    },
    async *streamEntities() {
      for (let start = 0; start < entities.length; start += 500) {
        yield entities.slice(start, start + 500);
      }
    },
  });
}
