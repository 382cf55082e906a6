import {
  SourceStatus,
  sourcesResponseSchema,
  webhookResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { request as httpRequest } from 'node:http';
import request from 'supertest';
import { everyTimer } from '../../__testUtils__/everyTimer';
import { FakeOnCallSource } from '../../__testUtils__/FakeOnCallSource';
import { FakeWebhooks } from '../../__testUtils__/FakeWebhooks';
import {
  component,
  incident,
  smallAccount,
} from '../../__testUtils__/onCallSimulation';
import { sourcesModule, startPlugin } from '../../__testUtils__/startPlugin';
import { DeliveryStore } from './DeliveryStore';

jest.setTimeout(60_000);

const right = { 'x-signature': 'right' };
const path = '/api/engineering-owner/v1/webhooks/pagerduty';
const checkout = component('checkout', {
  'pagerduty.com/service-id': 'PCHECKO',
});

async function start() {
  const source = smallAccount();
  const webhooks = new FakeWebhooks(source);
  const off = new FakeOnCallSource('off');
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const plugin = await startPlugin({
    entities: [checkout],
    features: [
      // Whoever sends no token is nobody, not a user of the tests.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
      sourcesModule(sources => {
        sources.addOnCallSource(source);
        sources.addOnCallSource(off);
      }),
    ],
  });
  /** Nobody signs in to send one. */
  const send = async (
    body: string | Buffer | undefined,
    headers: Record<string, string> = right,
    account = 'default',
  ) => {
    const post = request(plugin.backend.server)
      .post(`${path}/${account}`)
      .set(headers);
    const answer = await (body === undefined
      ? post
      : post.set('content-type', 'application/json').send(body));
    // Strictly what the contract says.
    expect(webhookResponseSchema.parse(answer.body)).toEqual(answer.body);
    return { status: answer.status, ...answer.body };
  };
  const statusOf = async (name = 'default'): Promise<SourceStatus> => {
    const { body } = await plugin.get('/v1/sources');
    const { sources } = sourcesResponseSchema.parse(body);
    return sources.find(({ id }) => id === `pagerduty:${name}`)!;
  };
  const openIds = async () => {
    const { body } = await plugin.get(
      '/v1/entities/by-name/component/default/checkout/on-call',
    );
    return body.incidents.open.map(({ id }: { id: string }) => id);
  };
  return { ...plugin, logger, source, webhooks, send, statusOf, openIds };
}

const triggered = (incidentId: string) =>
  JSON.stringify({ event: 'incident.triggered', incidentId });

async function eventually(attempt: () => Promise<void>) {
  for (let left = 100; ; left--) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (left === 0) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}

/** A moment ago, so that nothing is silent about it. */
const justNow = () => new Date(Date.now() - 30_000).toISOString();

describe('webhooks', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('make an incident show up at once, without any poll', async () => {
    const { source, send, openIds, statusOf } = await start();
    source.put(incident('Q1', justNow(), []));
    expect(await openIds()).toEqual([]);

    expect(await send(triggered('Q1'))).toEqual({
      status: 202,
      result: 'accepted',
    });

    await eventually(async () => expect(await openIds()).toEqual(['Q1']));
    expect((await statusOf()).webhooks).toEqual({
      state: 'ok',
      lastReceivedAt: expect.any(String),
      accepted: 1,
      duplicates: 0,
      refused: [],
      pending: 0,
    });
  });

  it('take what they say for a hint only: what is read decides', async () => {
    const { source, send, openIds, webhooks } = await start();
    source.put(incident('Q1', justNow(), [[0.1, 'resolve', 'PADA']]));

    // Out of order: the resolve was told of before the trigger.
    await send(
      JSON.stringify({ event: 'incident.resolved', incidentId: 'Q1' }),
    );
    await send(triggered('Q1'));
    await send(triggered('QNONE'));

    await eventually(async () => expect(webhooks.logsRead).toContain('QNONE'));
    expect(await openIds()).toEqual([]);
  });

  it.each([
    ['its id', { ...right, 'x-delivery': 'D1' }, ' '],
    ['its body, whatever the id', { ...right, 'x-delivery': 'D2' }, ''],
    ['its body, without an id', right, ''],
  ])('know one that comes again by %s', async (_, headers, change) => {
    const { send, webhooks, statusOf } = await start();
    await send(triggered('Q1'), { ...right, 'x-delivery': 'D1' });
    await eventually(async () => expect(webhooks.logsRead).toEqual(['Q1']));

    expect(await send(`${triggered('Q1')}${change}`, headers)).toEqual({
      status: 200,
      result: 'duplicate',
    });

    expect((await statusOf()).webhooks).toMatchObject({
      accepted: 1,
      duplicates: 1,
      pending: 0,
    });
    expect(webhooks.logsRead).toEqual(['Q1']);
  });

  it.each<
    [
      name: string,
      body: string | Buffer | undefined,
      headers: Record<string, string>,
      reason: string,
    ]
  >([
    [
      'a wrong signature',
      triggered('Q1'),
      { 'x-signature': 'x' },
      'wrong_signature',
    ],
    ['no header', triggered('Q1'), {}, 'unsigned'],
    ['no body', undefined, right, 'empty'],
    ['an empty body', '', right, 'empty'],
    ['malformed JSON that is signed', '{"event":', right, 'malformed'],
    ['5 MB', Buffer.alloc(5_000_000, 32), right, 'too_large'],
    ['5 MB without a signature', Buffer.alloc(5_000_000, 32), {}, 'too_large'],
    [
      'a body that is to be inflated',
      'x',
      { ...right, 'content-encoding': 'gzip' },
      'malformed',
    ],
    [
      'a time long ago',
      JSON.stringify({
        event: 'incident.triggered',
        incidentId: 'Q1',
        occurredAt: '2026-03-18T10:00:00.000Z',
      }),
      right,
      'too_old',
    ],
  ])(
    'with %s are answered so that the subscription survives',
    async (_, body, headers, reason) => {
      const { send, webhooks, statusOf } = await start();

      expect(await send(body, headers)).toEqual({
        status: 200,
        result: 'refused',
        reason,
      });

      expect(webhooks.logsRead).toEqual([]);
      expect((await statusOf()).webhooks).toEqual({
        state: 'waiting',
        accepted: 0,
        duplicates: 0,
        refused: [{ reason, count: 1, lastAt: expect.any(String) }],
        pending: 0,
      });
    },
  );

  it.each<[name: string, add: () => Promise<never>]>([
    ['refuses it', () => Promise.reject(new Error('disk full'))],
    ['does not answer', () => new Promise(() => {})],
  ])('that the database %s are asked for again, within 5 s', async (_, add) => {
    const { backend, send, statusOf } = await start();
    const adding = jest
      .spyOn(DeliveryStore.prototype, 'add')
      .mockImplementation(add);
    const begin = Date.now();
    const answer = await request(backend.server)
      .post(`${path}/default`)
      .set(right)
      .send(triggered('Q1'));
    adding.mockRestore();

    expect(Date.now() - begin).toBeLessThan(4_500);
    expect([answer.status, answer.body]).toEqual([
      503,
      { result: 'refused', reason: 'not_stored' },
    ]);
    expect(answer.headers).toHaveProperty('retry-after');
    expect(await send(triggered('Q1'))).toMatchObject({ status: 202 });
    expect((await statusOf()).webhooks).toMatchObject({
      accepted: 1,
      refused: [{ reason: 'not_stored', count: 1 }],
    });
  });

  it('whose sender never gets to their end are not waited for', async () => {
    const { backend, statusOf } = await start();
    const begin = Date.now();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(
        {
          port: backend.server.port(),
          path: `${path}/default`,
          method: 'POST',
          headers: { ...right, 'content-length': '1000' },
        },
        ({ statusCode }) => {
          resolve(statusCode);
          sending.destroy();
        },
      );
      sending.on('error', reject);
      sending.write('{"event":');
    });
    expect(status).toBe(503);
    expect(Date.now() - begin).toBeLessThan(4_500);
    expect((await statusOf()).webhooks).toMatchObject({
      refused: [{ reason: 'too_slow', count: 1 }],
    });
  });

  it('with 300 kB are taken', async () => {
    const { send } = await start();
    const body = `${triggered('Q1')}${' '.repeat(300_000)}`;
    expect(await send(body)).toEqual({ status: 202, result: 'accepted' });
  });

  it('that name nothing, as a ping, are taken and read nothing', async () => {
    const { send, statusOf, webhooks } = await start();
    expect(await send('{"event":"pagey.ping"}')).toMatchObject({ status: 202 });
    expect((await statusOf()).webhooks).toMatchObject({
      state: 'ok',
      accepted: 1,
      pending: 0,
    });
    expect(webhooks.logsRead).toEqual([]);
  });

  it('to an account that is not configured are answered with 200 and counted', async () => {
    const { send, get } = await start();
    for (const account of ['other', 'Default', '__proto__', '%F0%9F%92%A5']) {
      expect(await send(triggered('Q1'), right, account)).toEqual({
        status: 200,
        result: 'unknown_account',
      });
    }
    const { body } = await get('/v1/sources');
    expect(body.strayWebhooks).toEqual([
      { type: 'pagerduty', count: 4, lastAt: expect.any(String) },
    ]);
  });

  it('to an account without a secret are told that they are off, and the log once', async () => {
    const { send, statusOf, logger } = await start();
    for (let time = 0; time < 3; time++) {
      expect(await send(triggered('Q1'), right, 'off')).toEqual({
        status: 200,
        result: 'off',
      });
    }
    const told = logger.warn.mock.calls.filter(([message]) =>
      message.includes('pagerduty:off'),
    );
    expect(told).toEqual([
      [expect.stringContaining('no secret is configured')],
    ]);
    expect((await statusOf('off')).webhooks).toMatchObject({ state: 'off' });
  });

  it('that flood an account are bounded before they are verified, and asked to come again', async () => {
    const { send, webhooks, statusOf } = await start();
    const verified = jest.spyOn(webhooks, 'receive');
    // All in one moment, however slow the machine is.
    jest.useFakeTimers({ now: Date.now(), doNotFake: everyTimer });
    const answers: string[] = [];
    for (let round = 0; round < 20; round++) {
      const some = await Promise.all(
        Array.from({ length: 20 }, () => send('{}', { 'x-signature': 'x' })),
      );
      answers.push(...some.map(({ status }) => String(status)));
    }

    jest.useRealTimers();

    const refused = answers.filter(status => status === '429').length;
    expect(new Set(answers)).toEqual(new Set(['200', '429']));
    expect(refused).toBe(200);
    expect(verified).toHaveBeenCalledTimes(answers.length - refused);
    expect((await statusOf()).webhooks?.refused).toEqual([
      expect.objectContaining({ reason: 'too_many', count: refused }),
      expect.objectContaining({
        reason: 'wrong_signature',
        count: answers.length - refused,
      }),
    ]);
  });

  it('open no other path to people who have not signed in', async () => {
    const { backend } = await start();
    const ask = (method: 'get' | 'post', to: string) =>
      request(backend.server)[method](`/api/engineering-owner${to}`);
    expect((await ask('get', '/v1/sources')).status).toBe(401);
    expect((await ask('post', '/v1/webhooks')).status).toBe(401);
    expect((await ask('post', '/v1/webhooks/pagerdutyx/default')).status).toBe(
      401,
    );
    expect((await ask('post', '/v1/webhooks/prometheus/a')).status).toBe(401);
    expect((await ask('get', '/v1/webhooks/pagerduty/default')).status).toBe(
      404,
    );
  });

  it('that name a service have it read again, and forgotten when it is gone', async () => {
    const { source, send, get } = await start();
    const service = async () => {
      const { body } = await get(
        '/v1/entities/by-name/component/default/checkout/on-call',
      );
      return body.services[0];
    };
    const updated = (n: number) =>
      send(
        JSON.stringify({ event: 'service.updated', serviceId: 'PCHECKO', n }),
      );
    source.directory = {
      ...source.directory,
      services: [{ ...source.directory.services[0], name: 'Till' }],
    };
    await updated(1);
    await eventually(async () =>
      expect(await service()).toMatchObject({ found: true, name: 'Till' }),
    );

    source.directory = { ...source.directory, services: [] };
    await updated(2);
    await eventually(async () =>
      expect(await service()).toMatchObject({ found: false }),
    );
  });
});
