import { Entity } from '@backstage/catalog-model';
import {
  Alert,
  AlertRule,
  RunbooksResponse,
  runbooksResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import { FakeAlertSource } from '../__testUtils__/FakeAlertSource';
import { FakeUrlReader } from '../__testUtils__/FakeUrlReader';
import {
  deniedUser,
  sourcesModule,
  startPlugin,
} from '../__testUtils__/startPlugin';

const repository = 'https://git.example.com/shop/checkout/blob/main/';
const systemFile =
  'https://git.example.com/shop/storefront/tree/main/everything-is-down.md';

/** In parts, since linters take it for our own. */
const scriptUrl = ['javascript', 'alert(1)'].join(':');

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: {
      'backstage.io/managed-by-location': `url:${repository}catalog-info.yaml`,
      'engineering-owner/runbooks':
        'docs/errors.md, docs/gone.md, https://wiki.example.com/checkout',
    },
    links: [
      { url: `${repository}docs/errors.md#steps`, type: 'runbook' },
      { url: scriptUrl, type: 'runbook', title: 'Click me' },
    ],
  },
  spec: { type: 'service', owner: 'shop', system: 'storefront' },
};

const storefront: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'storefront',
    annotations: {
      'backstage.io/source-location':
        'url:https://git.example.com/shop/storefront/tree/main/',
      'engineering-owner/runbooks': 'everything-is-down.md, a:b',
    },
  },
  spec: { owner: 'shop' },
};

const today = new Date().toISOString().slice(0, 10);
const errors = `---
title: Checkout fails
alerts: [CheckoutErrors]
owner: shop
last_reviewed_on: ${today}
last_tested_on: ${today}
review_in: soon
---

# Too many errors

1. Roll back.
`;

const documents = {
  [`${repository}docs/errors.md`]: errors,
  [systemFile]: '# Everything is down\n\nBreathe.\n',
};

const path = '/v1/entities/by-name/component/default/checkout/runbooks';

async function start(options: {
  entities?: Entity[];
  hidden?: string[];
  alerts?: FakeAlertSource;
}) {
  const reader = new FakeUrlReader(documents);
  const plugin = await startPlugin({
    entities: options.entities ?? [checkout, storefront],
    hidden: options.hidden,
    features: [
      reader.factory(),
      sourcesModule(sources => {
        if (options.alerts) sources.addAlertSource(options.alerts);
      }),
    ],
  });
  const read = async (): Promise<RunbooksResponse> =>
    runbooksResponseSchema.parse((await plugin.get(path)).body);
  return { ...plugin, reader, read };
}

describe('GET …/runbooks', () => {
  it('finds, reads and judges what the entity and its System name, worst first', async () => {
    const { read } = await start({});

    const { runbooks, problems, asOf } = await read();

    expect(asOf).toEqual(expect.any(String));
    expect(runbooks).toEqual([
      expect.objectContaining({
        title: 'gone',
        state: 'dead_link',
        url: `${repository}docs/gone.md`,
        problems: [expect.objectContaining({ code: 'runbook_not_found' })],
      }),
      expect.objectContaining({
        title: 'Everything is down',
        state: 'untested',
        url: systemFile,
        origins: [
          {
            kind: 'annotation',
            entityRef: 'system:default/storefront',
            annotation: 'engineering-owner/runbooks',
          },
        ],
      }),
      expect.objectContaining({
        title: 'checkout',
        state: 'unchecked',
        url: 'https://wiki.example.com/checkout',
        problems: [expect.objectContaining({ code: 'runbook_not_allowed' })],
      }),
      expect.objectContaining({
        title: 'Checkout fails',
        state: 'fresh',
        alerts: ['CheckoutErrors'],
        owner: 'shop',
        lastTestedOn: today,
        content: '\n# Too many errors\n\n1. Roll back.\n',
        origins: [
          expect.objectContaining({ kind: 'annotation' }),
          expect.objectContaining({ kind: 'link' }),
        ],
        problems: [
          expect.objectContaining({
            message: expect.stringContaining('review_in is "soon"'),
          }),
        ],
      }),
    ]);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'document_location_invalid',
        message: expect.stringContaining(scriptUrl),
      }),
      expect.objectContaining({
        code: 'document_location_invalid',
        params: expect.objectContaining({ value: 'a:b' }),
      }),
    ]);
  });

  it('withholds what a System names from those who may not read the System', async () => {
    const { get, read } = await start({
      hidden: ['system:default/storefront'],
    });

    const { runbooks } = await read();
    const { text } = await get(path);

    expect(runbooks.map(({ title }) => title)).toEqual([
      'gone',
      'checkout',
      'Checkout fails',
    ]);
    expect(text).not.toContain('storefront');
    expect(text).not.toContain('Everything is down');
  });

  it('is 404 for those who may not read the entity', async () => {
    const { get } = await start({});

    const { status, text } = await get(path, deniedUser);

    expect(status).toBe(404);
    expect(text).not.toContain('Roll back');
  });

  it('asks for nothing when somebody looks, and for each place once before', async () => {
    const { read, reader, run } = await start({
      entities: [
        checkout,
        storefront,
        { ...checkout, metadata: { ...checkout.metadata, name: 'cart' } },
      ],
    });
    await read();
    await run('runbooks');
    await read();

    expect([...reader.asked].sort()).toEqual([
      `${repository}docs/errors.md`,
      `${repository}docs/gone.md`,
      systemFile,
      'https://wiki.example.com/checkout',
    ]);
  });

  it('leads from firing alerts to runbooks, and names what has none, both ways', async () => {
    const alerts = new FakeAlertSource();
    const labels = { service: 'checkout' };
    const rule = (name: string, runbook_url?: string): AlertRule => ({
      name,
      group: 'g',
      query: 'up == 0',
      labels,
      annotations: runbook_url ? { runbook_url } : {},
    });
    const alert = (name: string, runbook_url?: string): Alert => ({
      ...rule(name, runbook_url),
      fingerprint: name,
      state: 'firing',
      activeAt: '2026-11-23T10:00:00Z',
    });
    const template = 'https://git.example.com/{{ $labels.service }}.md';
    alerts.rules = [
      rule('CheckoutErrors', 'https://wiki.example.com/elsewhere'),
      rule('CheckoutSlow'),
      rule('CheckoutDown', `${repository}docs/gone.md`),
      rule('CheckoutTemplate', template),
      rule('CheckoutHostile', scriptUrl),
    ];
    alerts.alerts = [
      alert('CheckoutErrors', 'https://wiki.example.com/elsewhere'),
      alert('CheckoutSlow'),
      alert('CheckoutTemplate', `${repository}docs/errors.md`),
    ];
    const { read } = await start({ alerts });

    const { firing, runbooks, alertsWithoutRunbook } = await read();
    const idOf = (title: string) =>
      runbooks.find(runbook => runbook.title === title)?.id;

    expect(
      firing.map(({ name, runbookId }) => [name, runbookId]).sort(),
    ).toEqual([
      // The wiki cannot be read; this one names the alert and can.
      ['CheckoutErrors', idOf('Checkout fails')],
      ['CheckoutSlow', undefined],
      ['CheckoutTemplate', idOf('Checkout fails')],
    ]);
    expect(alertsWithoutRunbook).toEqual(['CheckoutHostile', 'CheckoutSlow']);
    expect(runbooks).toContainEqual(
      expect.objectContaining({
        title: 'gone',
        state: 'dead_link',
        alerts: ['CheckoutDown'],
      }),
    );
    expect(runbooks).toContainEqual(
      expect.objectContaining({
        title: 'Everything is down',
        problems: [expect.objectContaining({ code: 'runbook_without_alert' })],
      }),
    );
    expect(runbooks).toContainEqual(
      expect.objectContaining({
        url: 'https://wiki.example.com/elsewhere',
        state: 'unchecked',
      }),
    );
  });

  it('says how old the alerts are, and why they cannot be read', async () => {
    const good = await (await start({ alerts: new FakeAlertSource() })).read();
    expect(good.sections.alerts).toEqual({
      state: 'ok',
      asOf: expect.any(String),
    });

    const alerts = new FakeAlertSource();
    alerts.failure = new Error('connect ECONNREFUSED');
    const failing = await (await start({ alerts })).read();
    expect(failing.sections.alerts).toMatchObject({
      state: 'pending',
      problem: { message: expect.stringContaining('ECONNREFUSED') },
    });

    const without = await (await start({})).read();
    expect(without.sections.alerts).toEqual({ state: 'not_configured' });
  });
});
