import { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  SlosResponse,
  slosResponseSchema,
  SourcesResponse,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { EntityStore } from '../entities/EntityStore';
import { IngestRunner } from '../ingest/IngestRunner';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { createSlosDomain } from '../slos/createSlosDomain';
import { getSlos } from '../slos/getSlos';
import { ConfigProblems } from '../sources/ConfigProblems';
import { getSources } from '../sources/getSources';
import { SourceRegistry } from '../sources/SourceRegistry';
import { SourceStatusStore } from '../sources/SourceStatusStore';
import { Store } from '../store/Store';
import { FakeOnCallSource } from './FakeOnCallSource';
import { FakeSliSource } from './FakeSliSource';
import { FakeUrlReader } from './FakeUrlReader';

/** A service in the catalog. */
export function service(name: string, namespace = 'default'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace },
    spec: { type: 'service' },
  };
}

/** The template most tests need: 99.9 % over 30 days. */
export const availability = {
  name: 'availability',
  filter: { kind: 'component', 'spec.type': 'service' },
  entityLabel: 'service',
  indicator: { ratio: { total: 'requests', bad: 'requests{code="500"}' } },
  objective: 99.9,
  window: '30d',
};

/** The SLO domain with a clock that tests move: a cycle of all tasks a minute. */
export async function simulate(options: {
  knex: Knex;
  entities: Entity[];
  start: Date;
  templates?: JsonObject[];
  source?: FakeSliSource;
  onCallSources?: FakeOnCallSource[];
  urlReader?: UrlReaderService;
}) {
  const { knex, entities, templates = [availability] } = options;
  await Store.create({ database: mockServices.database({ knex }) });
  const source = options.source ?? new FakeSliSource();
  const registry = new SourceRegistry();
  registry.addSliSource(source);
  options.onCallSources?.forEach(each => registry.addOnCallSource(each));
  let now = options.start;
  const clock = () => now;
  const logger = mockServices.logger.mock();
  const context = {
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    clock,
    config: mockServices.rootConfig({
      data: { engineeringOwner: { slos: { templates } } },
    }),
    configProblems: new ConfigProblems({ logger }),
    entities: new EntityStore(knex),
    httpAuth: mockServices.httpAuth.mock(),
    knex,
    logger,
    permissions: mockServices.permissions.mock(),
    registry,
    sourceStatus: new SourceStatusStore(knex),
    taskStatus: new TaskStatusStore(knex),
  };
  const domain = createSlosDomain(context, {
    urlReader: options.urlReader ?? new FakeUrlReader({}),
  });
  const runner = new IngestRunner({
    ...context,
    scheduler: mockServices.scheduler.mock(),
  });
  await runner.start(domain.tasks ?? []);

  return {
    source,
    context,
    domain,
    runner,
    now: clock,
    /** Lets minutes pass, each with a run of every task; requests by minute. */
    async pass(minutes: number): Promise<number[]> {
      const requests: number[] = [];
      for (let minute = 0; minute < minutes; minute++) {
        const before = source.requests.length;
        for (const task of domain.tasks ?? []) {
          await runner.run(task, new AbortController().signal);
        }
        requests.push(source.requests.length - before);
        now = new Date(now.getTime() + 60_000);
      }
      return requests;
    },
    /** Lets time pass in which nothing runs. */
    skip(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    async slosOf(entity: Entity): Promise<SlosResponse> {
      const entityRef =
        `${entity.kind}:${entity.metadata.namespace}/${entity.metadata.name}`.toLowerCase();
      const credentials = mockCredentials.user();
      const answer = await getSlos(
        { entity, entityRef, credentials },
        domain.answers,
      );
      return slosResponseSchema.parse(answer);
    },
    /** What a route says of an entity, to a caller who may read it. */
    async answer(
      path: string,
      entity: Entity,
      request: { params: Record<string, string>; query: object },
    ): Promise<unknown> {
      const route = domain.entityRoutes?.find(each => each.path === path);
      return route?.answer({
        entity,
        entityRef: stringifyEntityRef(entity),
        credentials: mockCredentials.user(),
        // The two parts of a request that are read.
        request: request as any,
      });
    },
    sources: (): Promise<SourcesResponse> => getSources(context),
  };
}
