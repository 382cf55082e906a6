import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  SloPreviewResponse,
  sloPreviewResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import request from 'supertest';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { availability, service } from '../../__testUtils__/simulation';
import {
  deniedUser,
  sourcesModule,
  startPlugin,
} from '../../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const path = '/v1/slos/preview';
const entityRef = 'component:default/checkout';
const template = {
  entityLabel: 'service',
  indicator: { ratio: { total: 'orders', bad: 'orders{result="failed"}' } },
  objective: 99,
  window: '7d',
};

async function world(
  options: { policy?: AuthorizeResult.ALLOW | AuthorizeResult.DENY } = {},
) {
  const source = new FakeSliSource();
  source.services.set('checkout', { total: 600, bad: 3 });
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const plugin = await startPlugin({
    entities: [service('checkout')],
    config: { engineeringOwner: { slos: { templates: [availability] } } },
    features: [
      sourcesModule(sources => sources.addSliSource(source)),
      auditor.factory,
    ],
    ...options,
  });
  const preview = async (body: object): Promise<SloPreviewResponse> => {
    const answer = await plugin.post(path, { entityRef, ...body });
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    return sloPreviewResponseSchema.parse(answer.body);
  };
  source.requests.length = 0;
  return { ...plugin, source, preview, auditor, event };
}

const document = (name: string, rest: string) => `
apiVersion: openslo/v1
kind: SLO
metadata: {name: ${name}}
spec:
  service: checkout
  budgetingMethod: Occurrences
  timeWindow: [{duration: 7d, isRolling: true}]
  indicator:
    metadata: {name: ${name}}
    spec:
      ratioMetric:
        counter: true
        bad: {metricSource: {type: Prometheus, spec: {query: 'orders{result="failed"}'}}}
        total: {metricSource: {type: Prometheus, spec: {query: orders}}}
${rest}`;

describe('a preview', () => {
  it('of a template reads its windows from the source, as they truly are', async () => {
    const { preview, source } = await world();

    const { slos, problems } = await preview({ template });

    expect(problems).toEqual([]);
    expect(slos).toHaveLength(1);
    expect(slos[0]).toMatchObject({
      state: 'ok',
      objective: 0.99,
      coverage: 1,
      total: 600 * 7 * 1440,
      bad: expect.closeTo(3 * 7 * 1440, 3),
      now: { state: 'ok' },
      budget: { known: true, consumedRatio: expect.closeTo(0.5, 6) },
      definedBy: { type: 'template', place: 'template' },
    });
    expect(
      slos[0].burnRates.map(({ window, state }) => [window, state]),
    ).toEqual(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d'].map(each => [each, 'ok']),
    );
    expect(slos[0].alerts.map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'ok'),
    );
    expect(source.requests.map(({ kind }) => kind)).toEqual([
      'inspect',
      // Six windows, the last of them the newest day, and six days more.
      ...Array.from({ length: 12 }, () => 'read'),
    ]);
  });

  it('of an indicator that is read already asks the source for nothing', async () => {
    const { preview, source, run } = await world();
    const tasks = ['slos.members', 'slos.read:prometheus:default'];
    for (const task of [...tasks, 'slos.backfill:prometheus:default']) {
      await run(task);
    }
    await run('slos.read:prometheus:default');
    source.requests.length = 0;
    const { indicator, entityLabel } = availability;

    const { slos } = await preview({
      template: { indicator, entityLabel, objective: 99, window: '14d' },
    });

    expect(source.requests).toEqual([]);
    const [slo] = slos;
    expect(slo.burnRates[0].state).toBe('ok');
    expect(slo.budget.known && slo.budget.consumedRatio).toBeCloseTo(0.5, 6);
  });

  it('of a month and more ends after thirty days and says so', async () => {
    const { preview, source } = await world();
    const { slos } = await preview({
      template: { ...template, window: '90d' },
    });

    expect(slos[0]).toMatchObject({
      state: 'partial',
      coverage: expect.closeTo(1 / 3, 6),
    });
    expect(source.requests).toHaveLength(1 + 6 + 29);
  });

  it('of what the source has forgotten is partial', async () => {
    const { preview, source } = await world();
    source.keptSince = new Date(Date.now() - 3.5 * 86_400_000);
    const { slos } = await preview({ template });
    expect(slos[0].state).toBe('partial');
  });

  it('tells why its source does not answer, and shows no figure', async () => {
    const { preview, source } = await world();
    source.failure = new Error('connect ECONNREFUSED');

    const { slos } = await preview({ template });

    expect(slos[0]).toMatchObject({
      state: 'query_error',
      lastError: 'connect ECONNREFUSED',
      budget: { known: false },
    });
  });

  it('of documents names each mistake with its line, and hides no good one', async () => {
    const { preview, source } = await world();
    source.services.set('', { total: 60, bad: 0.3 });
    const good = document('good', '  objectives: [{target: 0.99}]');
    const bad = document('bad', '  objectives: [{target: 1.5}]');

    const { slos, problems } = await preview({
      definitions: [
        good,
        bad,
        '\nkind: [',
        good.replace(/good/g, 'other'),
      ].join('\n---'),
    });

    expect(slos.map(({ name, state }) => [name, state])).toEqual([
      ['good', 'ok'],
      ['other', 'ok'],
    ]);
    expect(slos[0].definedBy).toEqual({
      type: 'document',
      name: 'good',
      place: 'definitions:4',
      line: 4,
    });
    const wrong = problems.find(({ code }) => code === 'value_invalid');
    expect(wrong?.message).toMatch(/SLO "bad": spec\.objectives\[0\]\.target/);
    expect(wrong?.params?.line).toBe(
      [good, bad].join('\n---').split('\n').length,
    );
    expect(problems.map(({ code }) => code)).toContain('yaml_invalid');
  });

  it('names a query the source refuses', async () => {
    const { preview } = await world();
    const indicator = { ratio: { total: 'orders{{', bad: 'x' } };
    const { slos, problems } = await preview({
      template: { ...template, indicator },
    });
    expect(slos).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'promql_invalid',
        message: expect.stringContaining('template.indicator.ratio.total'),
      },
    ]);
  });

  it('names the sources there are', async () => {
    const { preview } = await world();
    const { problems } = await preview({
      template: { ...template, prometheus: 'europe' },
    });
    expect(problems[0].message).toBe(
      'template.prometheus is "europe"; there is no such source. There are: prometheus: default',
    );
  });

  it('pins the name of the entity, escaped, and keeps its own selector', async () => {
    const source = new FakeSliSource();
    const compile = jest.spyOn(source, 'compile');
    const entity = service('checkout');
    entity.metadata.annotations = {
      'engineering-owner/sli-selector': 'namespace="shop"',
    };
    const { post } = await startPlugin({
      entities: [entity],
      features: [sourcesModule(sources => sources.addSliSource(source))],
    });

    await post(path, { entityRef, template }).expect(200);

    expect(compile.mock.calls.map(([{ selector }]) => selector?.text)).toEqual([
      'namespace="shop"',
      'service="checkout",namespace="shop"',
    ]);
  });
});

describe('the preview route', () => {
  it('is for users who may read the entity, and writes them down', async () => {
    const { post, backend, auditor, event } = await world();

    const denied = await post(path, { entityRef, template }, deniedUser);
    expect(denied.status).toBe(404);
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'slo-preview',
        severityLevel: 'medium',
        meta: {
          entityRef,
          kind: 'template',
          definition: JSON.stringify(template),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      }),
    );
    await post(path, { entityRef, template }).expect(200);
    expect(event.success).toHaveBeenCalledWith({
      meta: { slos: 1, sources: ['prometheus:default'] },
    });

    await request(backend.server)
      .post(`/api/engineering-owner${path}`)
      .set('authorization', mockCredentials.service.header())
      .send({ entityRef, template })
      .expect(403);
    await request(backend.server)
      .post(`/api/engineering-owner${path}`)
      .set('authorization', mockCredentials.none.header())
      .send({ entityRef, template })
      .expect(401);
  });

  it('writes down the beginning of long documents, and which source was named', async () => {
    const { post, auditor } = await world();
    const definitions = `${document('a', ' objectives: []')}${'#'.repeat(
      1_000,
    )}`;

    await post(path, { entityRef, definitions }).expect(200);
    await post(path, {
      entityRef,
      template: { ...template, prometheus: 'default' },
    }).expect(200);

    const metas = auditor.createEvent.mock.calls.map(([{ meta }]) => meta);
    expect(metas).toEqual([
      expect.objectContaining({
        kind: 'documents',
        definition: definitions.slice(0, 500),
      }),
      expect.objectContaining({ source: 'prometheus:default' }),
    ]);
  });

  it('admits before it asks whether the caller may', async () => {
    const { post } = await world({ policy: AuthorizeResult.DENY });
    const answers: number[] = [];
    for (let i = 0; i < 11; i++) {
      answers.push((await post(path, { entityRef, template })).status);
    }
    expect(answers).toEqual([...Array(10).fill(403), 429]);
  });

  it('evaluates five objectives of many, and says so', async () => {
    const { preview } = await world();
    const definitions = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
      .map(name => document(name, '  objectives: [{target: 0.99}]'))
      .join('\n---');

    const { slos, problems } = await preview({ definitions });

    expect(slos.map(({ name }) => name).sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    expect(problems.map(({ message }) => message).join()).toMatch(/5|five/);
  });

  it('needs its permission', async () => {
    const { post, source } = await world({ policy: AuthorizeResult.DENY });
    const { status, body } = await post(path, { entityRef, template });
    expect(status).toBe(403);
    expect(body.error.message).toContain('engineering-owner.slo.preview');
    expect(source.requests).toEqual([]);
  });

  it('refuses what it cannot read with 400, and never with 500', async () => {
    const { post } = await world();
    const bodies: Array<[string | object, string]> = [
      ['{"entityRef": ', 'JSON'],
      ['[]', 'The body is not usable'],
      ['"text"', 'JSON'],
      [{}, '"entityRef" is not usable'],
      [{ entityRef }, 'either "definitions" or "template"'],
      [
        { entityRef, definitions: 'a', template },
        'either "definitions" or "template"',
      ],
      [{ entityRef: 'checkout', template }, '"entityRef" is "checkout"'],
      [{ entityRef: ['a'], template }, '"entityRef" is not usable'],
      [{ entityRef, definitions: 7 }, '"definitions" is not usable'],
      [{ entityRef, template: null }, '"template" is not usable'],
      [{ entityRef, template, more: 1 }, 'The body is not usable'],
      [
        { entityRef, template: { ...template, indicator: [] } },
        '"template.indicator" is not usable; expected an object',
      ],
      ...[0, -1, 100, 1e308, '99', null, [99]].map(
        (objective): [object, string] => [
          { entityRef, template: { ...template, objective } },
          '"template.objective" is not usable; expected a percentage',
        ],
      ),
      ...['soon', '0h', '30m', '99999999d', '-1d', {}, { days: -3 }, 30].map(
        (window): [object, string] => [
          { entityRef, template: { ...template, window } },
          '"template.window" is',
        ],
      ),
    ];
    for (const [body, message] of bodies) {
      const answer = await post(path, body);
      expect([JSON.stringify(body), answer.status]).toEqual([
        JSON.stringify(body),
        400,
      ]);
      expect(answer.body.error.message).toContain(message);
    }
  });

  it('knows no entity of a strange name', async () => {
    const { post } = await world();
    const wanted = { entityRef: 'ä:ö/ü/\u0000', template };
    expect((await post(path, wanted)).status).toBe(404);
  });

  it('takes 64 KiB and no more', async () => {
    const { post } = await world();
    const definitions = '#'.repeat(70_000);
    expect((await post(path, { entityRef, definitions })).status).toBe(413);
  });

  it('takes ten of a caller in a minute', async () => {
    const { post } = await world();
    const definitions = 'nothing: here';
    for (let i = 0; i < 10; i++) {
      await post(path, { entityRef, definitions }).expect(200);
    }
    const { status, body } = await post(path, { entityRef, definitions });
    expect(status).toBe(429);
    expect(body.error.message).toContain('At most 10 previews a minute');
    await post(path, { entityRef, definitions }, 'user:default/other').expect(
      200,
    );
  });
});
