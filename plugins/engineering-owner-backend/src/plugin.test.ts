import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { sourcesModule, startPlugin } from './__testUtils__/startPlugin';

const checkout = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout' },
  spec: { type: 'service', owner: 'payments' },
};

function configAt(place: string, value: JsonValue): JsonObject {
  const [last, ...above] = place.split('.').reverse();
  return above.reduce<JsonObject>((inner, key) => ({ [key]: inner }), {
    [last]: value,
  });
}

describe('the plugin', () => {
  it('starts without any configuration and says so in /sources', async () => {
    const { get } = await startPlugin({ entities: [checkout] });

    const { status, body } = await get('/v1/sources');

    expect(status).toBe(200);
    expect(body.sources).toEqual([
      expect.objectContaining({
        id: 'catalog:default',
        state: 'ok',
        tasks: expect.arrayContaining([
          expect.objectContaining({
            name: 'entities',
            lastSuccessAt: expect.any(String),
          }),
        ]),
      }),
    ]);
  });

  it.each([
    ['engineeringOwner', 'x'],
    ['engineeringOwner.slos', 'x'],
    ['engineeringOwner.slos', [{ name: 'availability' }]],
    ['engineeringOwner.slos.templates', 'x'],
    ['engineeringOwner.slos.templates[0]', [null]],
    ['engineeringOwner.slos.alerting', 'loud'],
    ['engineeringOwner.slos.schedule', { frequency: 'soon' }],
    ['engineeringOwner.entities', ['x']],
    ['engineeringOwner.entities.schedule', 7],
    [
      'engineeringOwner.entities.schedule',
      { frequency: { cron: 'every minute' }, timeout: { minutes: 1 } },
    ],
    ['engineeringOwner.onCall', ['x']],
    ['engineeringOwner.onCall.targets', 'x'],
    ['engineeringOwner.onCall.targets.mtta', 'soon'],
    ['engineeringOwner.runbooks', 'x'],
    ['engineeringOwner.runbooks.reviewEvery', 'often'],
    [
      'engineeringOwner.runbooks.schedule',
      { frequency: { cron: 'every minute' }, timeout: { minutes: 1 } },
    ],
  ])('starts where %s is %j, and names the key', async (place, value) => {
    const { get } = await startPlugin({
      config: configAt(place.replace('[0]', ''), value),
    });

    const { status, body } = await get('/v1/sources');

    expect(status).toBe(200);
    const [config] = body.sources;
    expect(config).toMatchObject({ id: 'config:engineeringOwner' });
    expect(config.problems).toEqual([
      expect.objectContaining({
        code: 'config_invalid',
        params: { place },
        message: expect.stringContaining(`${place} is `),
      }),
    ]);
  });

  it.each([
    ['engineeringOwner', [{ pagerduty: { accounts: [{ token: 'u+t0k3n' }] } }]],
    ['engineeringOwner', 'u+t0k3n'],
    ['engineeringOwner.slos', [{ token: 'u+t0k3n' }]],
    ['engineeringOwner.runbooks', ['u+t0k3n']],
    ['engineeringOwner.onCall', 'u+t0k3n'],
    ['engineeringOwner.slos.templates', { auth: { token: 'u+t0k3n' } }],
    ['engineeringOwner.slos.templates', ['u+t0k3n']],
    ['engineeringOwner.slos.alertPolicies', { token: 'u+t0k3n' }],
    ['engineeringOwner.slos.alertPolicies', ['u+t0k3n']],
  ])(
    'tells neither the log nor /sources a token that stands in %s by mistake',
    async (place, value) => {
      const logger = mockServices.logger.mock();
      logger.child.mockReturnValue(logger);
      const { get } = await startPlugin({
        config: configAt(place, value),
        features: [
          createServiceFactory({
            service: coreServices.logger,
            deps: {},
            factory: () => logger,
          }),
        ],
      });

      const { body } = await get('/v1/sources');

      expect(body.sources[0].problems.length).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toContain('t0k3n');
      expect(JSON.stringify(logger.error.mock.calls)).toContain(place);
      expect(JSON.stringify(logger.error.mock.calls)).not.toContain('t0k3n');
    },
  );

  it('shows sources to those who hold the permission only', async () => {
    const { get } = await startPlugin({ policy: AuthorizeResult.DENY });

    const { status, body } = await get('/v1/sources');

    expect(status).toBe(403);
    expect(body.error.message).toContain('engineering-owner.sources.read');
  });

  it('starts beside a misconfigured source and a wrong schedule, and names both', async () => {
    const { get } = await startPlugin({
      entities: [checkout],
      config: {
        engineeringOwner: { entities: { schedule: { frequency: 'soon' } } },
      },
      features: [
        sourcesModule(sources =>
          sources.addMisconfigured(
            { type: 'prometheus', name: 'eu' },
            {
              code: 'config_invalid',
              severity: 'error',
              message: 'baseUrl is "foo"; expected an http(s) URL',
            },
          ),
        ),
      ],
    });

    const { body } = await get('/v1/sources');

    expect(body.sources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'prometheus:eu',
          state: 'misconfigured',
          problems: [expect.objectContaining({ code: 'config_invalid' })],
        }),
        expect.objectContaining({
          id: 'config:engineeringOwner',
          state: 'misconfigured',
          problems: [
            expect.objectContaining({
              message: expect.stringContaining(
                'engineeringOwner.entities.schedule is {"frequency":"soon"}',
              ),
            }),
          ],
        }),
        expect.objectContaining({ id: 'catalog:default', state: 'ok' }),
      ]),
    );
  });
});
