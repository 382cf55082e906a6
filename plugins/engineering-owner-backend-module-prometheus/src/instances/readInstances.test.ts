import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readInstances } from './readInstances';

function read(instances: JsonValue) {
  return readInstances(
    new ConfigReader({ engineeringOwner: { prometheus: { instances } } }),
  );
}

const right = { name: 'right', baseUrl: 'http://prometheus:9090' };

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
          baseUrl: 'http://prometheus:9090',
          auth: { type: 'none' },
          headers: {},
          maxConcurrency: 4,
          timeoutMs: 30_000,
          evaluationDelaySeconds: 30,
          replicaLabels: [],
          alerts: { entityLabel: 'service' },
        },
      ],
      misconfigured: [],
    });
  });

  it('takes what is said', () => {
    const { instances } = read([
      {
        ...right,
        baseUrl: 'https://example.com/prometheus/',
        auth: { type: 'bearer', token: 'x' },
        headers: { 'X-Scope-OrgID': 'team' },
        maxConcurrency: '2',
        timeout: { seconds: 5 },
        evaluationDelay: '1m',
        replicaLabels: ['replica'],
        alerts: { entityLabel: 'app' },
      },
    ]);
    expect(instances[0]).toMatchObject({
      baseUrl: 'https://example.com/prometheus',
      auth: { type: 'bearer', token: 'x' },
      headers: { 'X-Scope-OrgID': 'team' },
      maxConcurrency: 2,
      timeoutMs: 5_000,
      evaluationDelaySeconds: 60,
      replicaLabels: ['replica'],
      alerts: { entityLabel: 'app' },
    });
  });

  const place = 'engineeringOwner.prometheus.instances[0]';

  it.each<[string, JsonValue, string]>([
    ['no name', { baseUrl: right.baseUrl }, `${place}.name: `],
    [
      'no address',
      { ...right, baseUrl: 'prometheus' },
      `${place}.baseUrl: expected an address such as http://prometheus:9090, found "prometheus"`,
    ],
    [
      'another protocol',
      { ...right, baseUrl: 'file:///etc/passwd' },
      'expected an address that begins with http:// or https://',
    ],
    [
      'credentials in the address',
      { ...right, baseUrl: 'http://ada:s3cret@prometheus:9090' },
      'holds a user name or password; write them under auth, found "http://***@prometheus:9090"',
    ],
    [
      'a number that is none',
      { ...right, maxConcurrency: 'four' },
      `${place}.maxConcurrency: expected a number from 1 to 64, found "four"`,
    ],
    [
      'a wrong duration',
      { ...right, timeout: 'soon' },
      `${place}.timeout: expected a duration from 1 second to 5 minutes, found "soon": `,
    ],
    [
      'no time to answer',
      { ...right, timeout: { seconds: 0 } },
      `${place}.timeout: expected a duration from 1 second to 5 minutes, found {"seconds":0}`,
    ],
    [
      'a negative time to answer',
      { ...right, timeout: { seconds: -5 } },
      'found {"seconds":-5}',
    ],
    [
      'an hour to answer',
      { ...right, timeout: { hours: 1 } },
      'found {"hours":1}',
    ],
    [
      'a delay into the future',
      { ...right, evaluationDelay: { seconds: -1 } },
      `${place}.evaluationDelay: expected a duration from 0 seconds to 10 minutes, found {"seconds":-1}`,
    ],
    [
      'a delay of a day',
      { ...right, evaluationDelay: '1d' },
      'from 0 seconds to 10 minutes, found "1d"',
    ],
    [
      'a label that is none',
      { ...right, replicaLabels: ['a b'] },
      `${place}.replicaLabels[0]: expected the name of a label, for example service, found "a b"`,
    ],
    [
      'an unknown key',
      { ...right, url: 'x' },
      `${place}: Unrecognized key: "url"`,
    ],
    [
      'an unknown kind of auth',
      { ...right, auth: { type: 'magic', token: 's3cret' } },
      `${place}.auth.type: expected type none, bearer (with token) or basic`,
    ],
    [
      'a token that is none',
      { ...right, auth: { type: 'bearer', token: { s3cret: 1 } } },
      `${place}.auth.token: Invalid input: expected string, received object`,
    ],
    [
      'a header that breaks the line',
      { ...right, headers: { a: 's3cret\r\nb: c' } },
      `${place}.headers.a: expected printable ASCII characters`,
    ],
    ['no object', 'http://prometheus:9090', `${place}: Invalid input`],
  ])('keeps out only the entry with %s', (_, wrong, message) => {
    const { instances, misconfigured } = read([
      wrong,
      { name: 'other', baseUrl: 'http://other:9090' },
    ]);
    expect(instances.map(({ name }) => name)).toEqual(['other']);
    expect(misconfigured).toHaveLength(1);
    expect(misconfigured[0].problem.message).toContain(message);
    expect(misconfigured[0].problem.message).not.toContain('s3cret');
  });

  it('keeps out the second of two with the same name', () => {
    const { instances, misconfigured } = read([right, right]);
    expect(instances).toHaveLength(1);
    expect(misconfigured[0].problem.message).toBe(
      'engineeringOwner.prometheus.instances[1].name: "right" is the name of an earlier instance; names are unique',
    );
  });

  it.each<[JsonValue, string]>([
    ['x', 'found a string'],
    [7, 'found a number'],
    [[{ auth: { type: 'bearer', token: 's3cret' } }], 'found a list'],
  ])('says when the section is %j', (prometheus, message) => {
    const config = new ConfigReader({ engineeringOwner: { prometheus } });
    expect(readInstances(config)).toMatchObject({
      instances: [],
      misconfigured: [
        {
          problem: {
            message: `engineeringOwner.prometheus: expected an object with the list "instances", ${message}`,
          },
        },
      ],
    });
  });

  it('says when what is around the section is no object', () => {
    const { misconfigured } = readInstances(
      new ConfigReader({ engineeringOwner: 'x' }),
    );
    expect(misconfigured[0].problem.message).toContain(
      'engineeringOwner.prometheus: ',
    );
  });

  it('says when there is no list', () => {
    expect(read({ name: 'a' }).misconfigured[0].problem.message).toContain(
      'expected a list of instances',
    );
  });
});
