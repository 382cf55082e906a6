import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readInstances } from './readInstances';

function read(instances: JsonValue) {
  return readInstances(
    new ConfigReader({ engineeringOwner: { prometheus: { instances } } }),
  );
}

const right = { name: 'right', baseUrl: 'http://prometheus:9090' };
const secure = { name: 'right', baseUrl: 'https://prometheus:9090' };

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
          queryParameters: {},
          links: [],
          maxConcurrency: 4,
          timeoutMs: 30_000,
          evaluationDelaySeconds: 30,
          replicaLabels: [],
          alerts: { entityLabel: 'service', externalLabels: {} },
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
        alerts: { entityLabel: 'app', externalLabels: { cluster: 'eu' } },
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
      alerts: { entityLabel: 'app', externalLabels: { cluster: 'eu' } },
    });
  });

  it('takes what secures and finds a server', () => {
    const { instances, misconfigured } = read([
      {
        ...secure,
        publicUrl: 'https://prometheus.example.com/',
        auth: { type: 'bearer', tokenFile: '/var/run/token' },
        tls: {
          ca: '/etc/ca.crt',
          cert: '/etc/tls.crt',
          key: '/etc/tls.key',
          serverName: 'metrics.internal',
        },
        queryParameters: { partial_response: false, dedup: 'true', depth: 3 },
      },
      {
        ...secure,
        name: 'other',
        auth: { type: 'bearer', token: 'from-a-file\n' },
        tls: { insecureSkipVerify: true },
      },
    ]);
    expect(misconfigured).toEqual([]);
    expect(instances[0]).toMatchObject({
      auth: { type: 'bearer', tokenFile: '/var/run/token' },
      tls: {
        ca: { file: '/etc/ca.crt' },
        client: {
          cert: { file: '/etc/tls.crt' },
          key: { file: '/etc/tls.key' },
        },
        serverName: 'metrics.internal',
        insecureSkipVerify: false,
      },
      queryParameters: { partial_response: 'false', dedup: 'true', depth: '3' },
      links: [
        {
          title: 'Prometheus',
          url: 'https://prometheus.example.com/graph?g0.expr={{query}}&g0.tab=1&g0.range_input={{window}}',
        },
      ],
    });
    expect(instances[1]).toMatchObject({
      auth: { type: 'bearer', token: 'from-a-file' },
      tls: { insecureSkipVerify: true },
      links: [],
    });
  });

  it.each([
    ['a script', 'data:text/html,{{query}}', 'begins with http:// or https://'],
    ['no address', '/explore?q={{query}}', 'expected an address such as'],
    [
      'a host of its own',
      'https://{{query}}/a',
      'placeholders only after the host',
    ],
    [
      'a word it does not know',
      'https://a/{{qeury}}',
      '{{qeury}} is no placeholder; there are {{query}}',
    ],
    ['a password', 'https://a:s3cret@b/', 'holds a user name or password'],
  ])('keeps out only the link with %s', (_, url, message) => {
    const { instances, misconfigured } = read([
      {
        ...right,
        links: [
          { title: 'Wrong', url },
          { title: 'Right', url: 'https://a.example/?q={{ query }}' },
        ],
      },
    ]);
    expect(instances[0].links.map(({ title }) => title)).toEqual(['Right']);
    expect(misconfigured.map(({ name }) => name)).toEqual(['right, link 1']);
    const [{ problem }] = misconfigured;
    expect(problem.message).toContain(
      'engineeringOwner.prometheus.instances[0].links[0].url: ',
    );
    expect(problem.message).toContain(message);
    expect(problem.message).not.toContain('s3cret');
  });

  const place = 'engineeringOwner.prometheus.instances[0]';

  it.each<[string, JsonValue, string]>([
    [
      'a name that is too long for the key of a task',
      { ...right, name: 'a'.repeat(64) },
      `${place}.name: expected at most 63 letters, digits`,
    ],
    [
      'a name with other characters',
      { ...right, name: 'eu:\nwest' },
      `${place}.name: expected at most 63 letters, digits`,
    ],
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
      'holds a user name or password; write them under auth; what was found is not repeated',
    ],
    [
      'a password with a slash in the address',
      { ...right, baseUrl: 'http://user:s3cret/part@prometheus:9090' },
      `${place}.baseUrl: expected an address such as http://prometheus:9090; what was found is not repeated`,
    ],
    [
      'credentials in an address without a protocol',
      { ...right, baseUrl: 'user:s3cret@prometheus:9090' },
      `${place}.baseUrl: expected an address that begins with http:// or https://; what was found is not repeated`,
    ],
    [
      'a number that is none',
      { ...right, maxConcurrency: 'four' },
      `${place}.maxConcurrency: expected a number from 1 to 64, found "four"`,
    ],
    [
      'a wrong duration',
      { ...right, timeout: 'soon' },
      `${place}.timeout: expected a duration from 1 to 40 seconds, since readings are given up after 45, found "soon": `,
    ],
    [
      'no time to answer',
      { ...right, timeout: { seconds: 0 } },
      `${place}.timeout: expected a duration from 1 to 40 seconds, since readings are given up after 45, found {"seconds":0}`,
    ],
    [
      'a negative time to answer',
      { ...right, timeout: { seconds: -5 } },
      'found {"seconds":-5}',
    ],
    [
      'more time to answer than readings have',
      { ...right, timeout: { seconds: 41 } },
      'since readings are given up after 45, found {"seconds":41}',
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
      `${place}.auth.type: expected type none, bearer (with token or tokenFile) or basic (with username and password)`,
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
    [
      'a token and a file of one',
      { ...right, auth: { type: 'bearer', token: 's3cret', tokenFile: '/x' } },
      `${place}.auth: expected either token or tokenFile beside type bearer`,
    ],
    [
      'a token of several lines',
      { ...right, auth: { type: 'bearer', token: 's3cret\nX: y' } },
      `${place}.auth.token: expected printable characters without spaces`,
    ],
    [
      'a user name with a colon',
      { ...right, auth: { type: 'basic', username: 'a:s3cret', password: '' } },
      `${place}.auth.username: expected a name without a colon`,
    ],
    [
      'a certificate without its key',
      { ...secure, tls: { cert: '/etc/tls.crt' } },
      `${place}.tls.key: cert and key belong together`,
    ],
    [
      'an authority that is none',
      { ...secure, tls: { ca: '-----BEGIN CERTIFICATE-----\ns3cret' } },
      `${place}.tls.ca: expected a PEM certificate, or the path of a file`,
    ],
    [
      'a key that is none',
      {
        ...secure,
        tls: { cert: '/x', key: '-----BEGIN PRIVATE KEY-----\ns3cret' },
      },
      `${place}.tls.key: expected an unencrypted PEM key`,
    ],
    [
      'certificates for nothing',
      { ...right, tls: { ca: '/etc/ca.crt' } },
      `${place}.tls: is of no use for a baseUrl that does not begin with https://`,
    ],
    [
      'a parameter of the query itself',
      { ...right, queryParameters: { query: 's3cret' } },
      `${place}.queryParameters.query: `,
    ],
    [
      'links that are no list',
      { ...right, links: { title: 'a' } },
      `${place}.links: `,
    ],
    [
      'a public address with a query',
      { ...right, publicUrl: 'https://a.example/?b' },
      `${place}.publicUrl: expected an address without ? and #`,
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
