import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import prometheusModule from '@engineering-owner/backstage-plugin-backend-module-prometheus';
import { engineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import createKnex from 'knex';
import { FakeUrlReader } from '../../src/__testUtils__/FakeUrlReader';
import { createSlosDomain } from '../../src/slos/createSlosDomain';
import { SourceRegistry } from '../../src/sources/SourceRegistry';
import { Store } from '../../src/store/Store';
import { benchContext } from '../scale/benchContext';

/** One objective for every service. */
const template = {
  name: 'availability',
  filter: { kind: 'component' },
  entityLabel: 'service',
  indicator: {
    ratio: {
      total: 'http_requests_total',
      bad: 'http_requests_total{code=~"5.."}',
    },
  },
  objective: 99.9,
  window: '30d',
};

/** The SLO domain with the real module on SQLite in memory, and a clock that is moved. */
export async function startReading(options: {
  names: string[];
  url: string;
  start: Date;
}) {
  const registry = new SourceRegistry();
  const backend = await startTestBackend({
    extensionPoints: [[engineeringOwnerSourcesExtensionPoint, registry]],
    features: [
      prometheusModule,
      mockServices.rootConfig.factory({
        data: {
          engineeringOwner: {
            prometheus: {
              instances: [{ name: 'default', baseUrl: options.url }],
            },
          },
        },
      }),
    ],
  });
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await Store.create({ database: mockServices.database({ knex }) });
  let now = options.start;
  const logger = mockServices.rootLogger();
  const context = benchContext({
    knex,
    clock: () => now,
    catalog: catalogServiceMock({ entities: options.names.map(component) }),
    registry,
    logger,
    config: { slos: { templates: [template] } },
  });
  const { tasks = [] } = createSlosDomain(context, {
    urlReader: new FakeUrlReader({}),
  });
  const [source] = registry.sliSources();

  return {
    requests: () => source.telemetry().requests,
    now: () => now,
    /** Runs every task once, as in one minute; a failed one throws. */
    async cycle(): Promise<void> {
      for (const task of tasks) {
        const outcome = await task.run(new AbortController().signal);
        const problems = outcome && outcome !== 'skipped' && outcome.problems;
        if (problems && problems.length) {
          throw new Error(`${task.name}: ${problems[0].message}`);
        }
      }
      now = new Date(now.getTime() + 60_000);
    },
    skipTo(time: Date) {
      now = time;
    },
    async stop() {
      await backend.stop();
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
