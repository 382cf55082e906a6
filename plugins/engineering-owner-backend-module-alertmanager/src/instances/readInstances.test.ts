import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readInstances } from './readInstances';

function read(instances: JsonValue) {
  return readInstances(
    new ConfigReader({ engineeringOwner: { alertmanager: { instances } } }),
  );
}

const right = { name: 'right', baseUrl: 'http://alertmanager:9093' };
const place = 'engineeringOwner.alertmanager.instances[0]';

describe('readInstances', () => {
  it('finds none where nothing is configured', () => {
    expect(readInstances(new ConfigReader({}))).toEqual({
      instances: [],
      misconfigured: [],
    });
  });

  it('fills in what is not said', () => {
    expect(read([right])).toEqual({
      instances: [
        {
          name: 'right',
          baseUrl: 'http://alertmanager:9093',
          auth: { type: 'none' },
          headers: {},
          queryParameters: {},
          maxConcurrency: 4,
          timeoutMs: 30_000,
          filter: [],
          replicaLabels: ['replica', 'prometheus_replica', '__replica__'],
          entityLabel: 'service',
        },
      ],
      misconfigured: [],
    });
  });

  it('takes what is said', () => {
    const { instances, misconfigured } = read([
      {
        ...right,
        baseUrl: 'https://example.com/alertmanager/',
        publicUrl: 'https://alerts.example.com/',
        auth: { type: 'basic', username: 'backstage', password: 'x' },
        headers: { 'X-Scope-OrgID': 'shop' },
        tls: { insecureSkipVerify: true },
        timeout: '5s',
        filter: ['severity!="info"'],
        replicaLabels: [],
        entityLabel: 'app',
      },
    ]);
    expect(misconfigured).toEqual([]);
    expect(instances[0]).toMatchObject({
      baseUrl: 'https://example.com/alertmanager',
      publicUrl: 'https://alerts.example.com',
      auth: { type: 'basic', username: 'backstage', password: 'x' },
      headers: { 'X-Scope-OrgID': 'shop' },
      tls: { insecureSkipVerify: true },
      timeoutMs: 5_000,
      filter: ['severity!="info"'],
      replicaLabels: [],
      entityLabel: 'app',
    });
  });

  it.each<[string, JsonValue, string]>([
    [
      'no address',
      { ...right, baseUrl: 'alertmanager' },
      `${place}.baseUrl: expected an address such as http://alertmanager:9093, found "alertmanager"`,
    ],
    [
      'a label with a dash',
      { ...right, entityLabel: 'app-name' },
      `${place}.entityLabel: expected the name of a label, for example service, found "app-name"`,
    ],
    [
      'a replica label that is no text',
      { ...right, replicaLabels: [1] },
      `${place}.replicaLabels[0]: `,
    ],
    [
      'a filter that is no list',
      { ...right, filter: 'severity="page"' },
      `${place}.filter: `,
    ],
    [
      'a filter among the parameters',
      { ...right, queryParameters: { filter: 'a="b"' } },
      `${place}.queryParameters.filter: is set by the query itself`,
    ],
    ['a key nobody knows', { ...right, replicas: [] }, 'replicas'],
    [
      'a timeout of a day',
      { ...right, timeout: '1d' },
      `${place}.timeout: expected a duration from 1 to 40 seconds`,
    ],
    [
      'a password that is no text',
      {
        ...right,
        auth: { type: 'basic', username: 'a', password: { s3cret: 1 } },
      },
      `${place}.auth.password: `,
    ],
  ])('disables only the entry with %s', (_, wrong, message) => {
    const { instances, misconfigured } = read([
      wrong,
      { ...right, name: 'other' },
    ]);
    expect(instances.map(({ name }) => name)).toEqual(['other']);
    expect(misconfigured.map(({ name }) => name)).toEqual(['right']);
    expect(misconfigured[0].problem.message).toContain(message);
    expect(misconfigured[0].problem.message).not.toContain('s3cret');
  });

  it('takes a name once', () => {
    const { instances, misconfigured } = read([right, right]);
    expect(instances).toHaveLength(1);
    expect(misconfigured[0].problem.message).toContain('names are unique');
  });
});
