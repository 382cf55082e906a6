import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  Incident,
  IncidentEvent,
  SummaryResponse,
  summaryResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import { IncidentStore } from '../onCall/store/IncidentStore';
import { testDatabases } from '../__testUtils__/databases';
import { availability } from '../__testUtils__/simulation';
import { FakeAlertSource } from '../__testUtils__/FakeAlertSource';
import { FakeOnCallSource } from '../__testUtils__/FakeOnCallSource';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { FakeUrlReader } from '../__testUtils__/FakeUrlReader';
import {
  deniedUser,
  sourcesModule,
  startPlugin,
} from '../__testUtils__/startPlugin';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: {
      'engineering-owner/primary': 'alex',
      'engineering-owner/runbooks': 'https://git.example.com/a.md',
      'pagerduty.com/service-id': 'PCHECKO',
    },
  },
  spec: { type: 'service', owner: 'shop', system: 'storefront' },
};
const storefront: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'storefront',
    annotations: { 'engineering-owner/deputy': 'sam' },
  },
  spec: { owner: 'shop' },
};

const path = '/v1/entities/by-name/component/default/checkout';

const databases = testDatabases();

async function start(hidden?: string[]) {
  const knex = await databases.init('SQLITE_3');
  const reader = new FakeUrlReader({ 'https://git.example.com/a.md': '# A' });
  const sources = {
    alerts: new FakeAlertSource(),
    onCall: new FakeOnCallSource(),
    sli: new FakeSliSource(),
  };
  sources.alerts.rules = [
    {
      name: 'CheckoutSlow',
      group: 'g',
      query: 'up == 0',
      labels: { service: 'checkout' },
      annotations: {},
    },
  ];
  const plugin = await startPlugin({
    entities: [checkout, storefront],
    hidden,
    config: { engineeringOwner: { slos: { templates: [availability] } } },
    features: [
      reader.factory(),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      sourcesModule(point => {
        point.addAlertSource(sources.alerts);
        point.addOnCallSource(sources.onCall);
        point.addSliSource(sources.sli);
      }),
    ],
  });
  const read = async (): Promise<SummaryResponse> =>
    summaryResponseSchema.parse((await plugin.get(`${path}/summary`)).body);
  return { ...plugin, knex, read, reader, sources };
}

describe('GET …/summary', () => {
  it('agrees with the tabs', async () => {
    const { get, read } = await start();
    const [ownership, onCall, runbooks, slos] = await Promise.all(
      ['ownership', 'on-call', 'runbooks', 'slos'].map(
        async tab => (await get(`${path}/${tab}`)).body,
      ),
    );

    const summary = await read();

    expect(summary.ownership).toEqual({
      owner: ownership.owner,
      primary: ownership.primary,
      deputy: ownership.deputy,
      problemCount: ownership.problems.length,
      worstProblem: ownership.problems[0],
    });
    expect(summary.ownership.deputy).toMatchObject({
      inheritedFrom: 'system:default/storefront',
    });
    expect(summary.onCall).toMatchObject({
      openIncidents: 0,
      firingAlerts: onCall.alerts.length,
    });
    expect(summary.slos).toMatchObject({
      count: 1,
      worst: {
        name: 'availability',
        state: slos.slos[0].state,
        coverage: slos.slos[0].coverage,
      },
    });
    expect(summary.runbooks).toEqual({
      asOf: runbooks.asOf,
      count: 1,
      worst: { id: runbooks.runbooks[0].id, title: 'A', state: 'untested' },
      alertsWithoutRunbook: 1,
    });
  });

  it('asks no source', async () => {
    const { read, reader, sources } = await start();
    const count = () => [
      reader.asked.length,
      sources.onCall.reads.length,
      sources.sli.requests.length,
    ];
    const before = count();
    sources.alerts.failure = new Error('a page view reached upstream');

    await read();

    expect(count()).toEqual(before);
  });

  it('reads of incidents those that are open, and their logs at once', async () => {
    const { read, knex } = await start();
    const store = new IncidentStore(knex);
    const incident = (id: string, status: Incident['status']): Incident => ({
      id,
      title: id,
      serviceId: 'PCHECKO',
      urgency: 'high',
      status,
      createdAt: new Date(Date.now() - 3_600_000).toISOString(),
      ...(status === 'resolved' && { resolvedAt: new Date().toISOString() }),
      assignees: [],
    });
    await store.save('pagerduty:default', [
      incident('Q1', 'triggered'),
      incident('Q2', 'acknowledged'),
      incident('Q3', 'resolved'),
    ]);
    const event = (incidentId: string): IncidentEvent => ({
      id: `R${incidentId}`,
      incidentId,
      at: new Date().toISOString(),
      kind: 'reopen',
      agent: { type: 'other' },
    });
    await store.saveEvents('pagerduty:default', ['Q1', 'Q2', 'Q3'].map(event));
    const statements: string[] = [];
    const answers: unknown[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    knex.on('query-response', answer => answers.push(answer));

    const { onCall } = await read();

    expect(onCall).toMatchObject({
      openIncidents: 2,
      unacknowledged: 1,
      worstIncident: { id: 'Q1', reopenedAt: expect.any(String) },
    });
    expect(statements.join()).toContain('`incidents`');
    expect(
      statements.filter(sql => sql.includes('incident_events')),
    ).toHaveLength(1);
    expect(JSON.stringify(answers)).not.toContain('Q3');
  });

  it('names no ancestor to those who may not read it', async () => {
    const { get } = await start(['system:default/storefront']);
    const { text } = await get(`${path}/summary`);
    expect(text).not.toContain('storefront');
  });

  it('is 404 for those who may not read the entity', async () => {
    const { get } = await start();
    expect((await get(`${path}/summary`, deniedUser)).status).toBe(404);
  });
});
