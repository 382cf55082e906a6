import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  Incident,
  IncidentEvent,
  IncidentRecord,
  OnCallResponse,
  onCallResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import { AlertSource } from '@engineering-owner/backstage-plugin-node';
import { Knex } from 'knex';
import { createAlertsDomain } from '../alerts/createAlertsDomain';
import { findAncestors } from '../entities/findAncestors';
import { EntityStore } from '../entities/EntityStore';
import { IngestRunner } from '../ingest/IngestRunner';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { createOnCallDomain } from '../onCall/createOnCallDomain';
import { getOnCall } from '../onCall/getOnCall';
import { OnCallSignals } from '../onCall/live/OnCallSignals';
import { ConfigProblems } from '../sources/ConfigProblems';
import { getSources } from '../sources/getSources';
import { SourceRegistry } from '../sources/SourceRegistry';
import { SourceStatusStore } from '../sources/SourceStatusStore';
import { Store } from '../store/Store';
import { FakeOnCallSource } from './FakeOnCallSource';
import { FakeSignals } from './FakeSignals';

/** A Component that names PagerDuty services. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
  spec: JsonObject = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', ...spec },
  };
}

/** A User with an e-mail address. */
export function user(name: string, email: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: { email }, memberOf: [] },
  };
}

/** An account with one service, one policy of two levels, and two people. */
export function smallAccount(name?: string): FakeOnCallSource {
  const source = new FakeOnCallSource(name);
  source.directory = {
    services: [
      {
        id: 'PCHECKO',
        name: 'Checkout',
        url: 'https://demo.pagerduty.com/PCHECKO',
        status: 'active',
        escalationPolicyId: 'PPOLICY',
        teamIds: [],
      },
    ],
    policies: [
      {
        id: 'PPOLICY',
        name: 'Storefront',
        repeats: 1,
        levels: [
          {
            level: 1,
            delayMinutes: 5,
            targets: [{ type: 'schedule', id: 'PSCHED1', name: 'Primary' }],
          },
          {
            level: 2,
            delayMinutes: 15,
            targets: [{ type: 'responder', id: 'PALAN', name: 'Alan' }],
          },
        ],
      },
    ],
    responders: [
      {
        id: 'PADA',
        name: 'Ada Lovelace',
        email: 'Ada@example.test',
        timeZone: 'Europe/London',
      },
      { id: 'PALAN', name: 'Alan Turing', email: 'alan@example.test' },
    ],
  };
  source.shifts = [
    {
      policyId: 'PPOLICY',
      level: 1,
      responderId: 'PADA',
      scheduleId: 'PSCHED1',
      scheduleName: 'Primary',
      start: '2026-03-16T09:00:00.000Z',
      end: '2026-05-01T09:00:00.000Z',
    },
    {
      policyId: 'PPOLICY',
      level: 2,
      responderId: 'PALAN',
      start: null,
      end: null,
    },
  ];
  return source;
}

/** An incident of Checkout with the entries of its log: `[minutes, kind, by]`. */
export function incident(
  id: string,
  createdAt: string,
  log: Array<[minutes: number, kind: IncidentEvent['kind'], by?: string]>,
  rest: Partial<Incident> = {},
): IncidentRecord {
  const start = Date.parse(createdAt);
  const at = (minutes: number) =>
    new Date(start + minutes * 60_000).toISOString();
  const resolve = log.find(([, kind]) => kind === 'resolve');
  const isAcknowledged = log.some(([, kind]) => kind === 'acknowledge');
  const entries: typeof log = [[0, 'trigger'], ...log];
  return {
    incident: {
      id,
      title: `Incident ${id}`,
      serviceId: 'PCHECKO',
      urgency: 'high',
      status: isAcknowledged ? 'acknowledged' : 'triggered',
      createdAt: at(0),
      assignees: [],
      ...(resolve && { status: 'resolved', resolvedAt: at(resolve[0]) }),
      ...rest,
    },
    events: entries.map(([minutes, kind, by], index) => ({
      id: `${id}-${index}`,
      incidentId: id,
      at: at(minutes),
      kind,
      agent: by
        ? { type: 'user', id: by, name: by }
        : { type: 'service', id: 'PCHECKO' },
    })),
  };
}

/** On-call and alerts with a clock that tests move. */
export async function simulateOnCall(options: {
  knex: Knex;
  start: Date;
  sources?: FakeOnCallSource[];
  alertSources?: AlertSource[];
  entities?: Entity[];
  /** Refs that the caller may not read. */
  hidden?: string[];
  config?: JsonObject;
  permissions?: PermissionsService;
}) {
  const { knex, entities = [], hidden = [] } = options;
  await Store.create({ database: mockServices.database({ knex }) });
  const registry = new SourceRegistry();
  options.sources?.forEach(source => registry.addOnCallSource(source));
  options.alertSources?.forEach(source => registry.addAlertSource(source));
  const time = { now: options.start };
  const logger = mockServices.logger.mock();
  const signals = new FakeSignals();
  const context = {
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: entities.filter(
        entity => !hidden.includes(stringifyEntityRef(entity)),
      ),
    }),
    clock: () => time.now,
    config: mockServices.rootConfig({
      data: { engineeringOwner: options.config ?? {} },
    }),
    configProblems: new ConfigProblems({ logger }),
    entities: new EntityStore(knex),
    httpAuth: mockServices.httpAuth.mock(),
    knex,
    logger,
    permissions: options.permissions ?? mockServices.permissions(),
    registry,
    sourceStatus: new SourceStatusStore(knex),
    taskStatus: new TaskStatusStore(knex),
  };
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  await context.entities.replaceAll(
    [...byRef].map(([entityRef, entity]) => ({
      entityRef,
      entity,
      ancestors: findAncestors(entity, byRef),
    })),
  );
  const alerts = createAlertsDomain(context);
  const onCall = createOnCallDomain(context, {
    alerts: alerts.reader,
    onCallSignals: new OnCallSignals({ signals, logger }),
  });
  const tasks = [...(alerts.tasks ?? []), ...(onCall.tasks ?? [])];
  const woken: string[] = [];
  const scheduler = mockServices.scheduler.mock({
    triggerTask: async name => {
      woken.push(name);
    },
  });
  const runner = new IngestRunner({ ...context, scheduler });
  await runner.start(tasks);

  return {
    context,
    registry,
    signals,
    alerts: alerts.reader,
    escalation: onCall.escalation,
    stores: onCall.answers,
    /** Tasks that others asked to run. */
    woken,
    /** Runs the tasks whose name begins so, all by default. */
    async run(prefix = '', signal = new AbortController().signal) {
      for (const task of tasks.filter(({ name }) => name.startsWith(prefix))) {
        await runner.run(task, signal);
      }
    },
    /** Lets time pass in which nothing runs. */
    skip(minutes: number) {
      time.now = new Date(time.now.getTime() + minutes * 60_000);
    },
    async onCallOf(entity: Entity): Promise<OnCallResponse> {
      const answer = await getOnCall(
        {
          entity,
          entityRef: stringifyEntityRef(entity),
          credentials: mockCredentials.user(),
        },
        onCall.answers,
      );
      // Strictly what the contract says: nothing is left out by reading it.
      expect(onCallResponseSchema.parse(answer)).toEqual(answer);
      return answer;
    },
    sources: () => getSources(context),
  };
}
