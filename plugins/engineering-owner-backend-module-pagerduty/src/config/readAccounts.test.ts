import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readAccounts } from './readAccounts';

const read = (accounts: JsonValue) =>
  readAccounts(
    new ConfigReader({ engineeringOwner: { pagerduty: { accounts } } }),
  );

const messagesOf = (accounts: JsonValue) =>
  read(accounts).misconfigured.map(({ problem }) => problem.message);

describe('readAccounts', () => {
  it('is empty without a section', () => {
    expect(readAccounts(new ConfigReader({}))).toEqual({
      accounts: [],
      misconfigured: [],
    });
  });

  it('reads an account with a token and fills in the defaults', () => {
    expect(read([{ name: 'default', token: 'abc' }])).toEqual({
      accounts: [
        {
          name: 'default',
          place: 'engineeringOwner.pagerduty.accounts[0]',
          apiBaseUrl: 'https://api.pagerduty.com',
          credentials: { type: 'token', token: 'abc' },
          timeoutMilliseconds: 15_000,
          maxConcurrency: 4,
          writes: true,
          webhookSecrets: [],
        },
      ],
      misconfigured: [],
    });
  });

  it('reads an EU account with OAuth, a proxy and limits', () => {
    const { accounts } = read([
      {
        name: 'emea',
        region: 'eu',
        apiBaseUrl: 'http://proxy.test/pagerduty/',
        oauth: { clientId: 'id', clientSecret: 'secret', subdomain: 'acme' },
        timeout: { seconds: 5 },
        maxConcurrency: 2,
        writes: 'false',
        webhooks: { secrets: ['new', 'old'] },
      },
    ]);
    expect(accounts).toEqual([
      {
        name: 'emea',
        place: 'engineeringOwner.pagerduty.accounts[0]',
        apiBaseUrl: 'http://proxy.test/pagerduty',
        credentials: {
          type: 'oauth',
          clientId: 'id',
          clientSecret: 'secret',
          accountScope: 'as_account-eu.acme',
          identityBaseUrl: 'https://identity.pagerduty.com',
        },
        timeoutMilliseconds: 5_000,
        maxConcurrency: 2,
        writes: false,
        webhookSecrets: ['new', 'old'],
      },
    ]);
  });

  it.each([
    ['us', 'https://api.pagerduty.com'],
    ['eu', 'https://api.eu.pagerduty.com'],
  ])('knows the host of region %s', (region, host) => {
    const { accounts } = read([{ name: 'a', token: 'abc', region }]);
    expect(accounts[0].apiBaseUrl).toBe(host);
  });

  it.each(['20s', 'PT20S', { seconds: 20 }])('reads timeout %j', timeout => {
    const { accounts } = read([{ name: 'a', token: 'abc', timeout }]);
    expect(accounts[0].timeoutMilliseconds).toBe(20_000);
  });

  it.each([
    [{ secrets: ['two words'] }, '"webhooks.secrets.0" is string'],
    [{ secrets: ['right', 7] }, '"webhooks.secrets.1" is number'],
    [{ secrets: 'hush-hush' }, '"webhooks.secrets" is string'],
    ['hush-hush', '"webhooks" is string'],
  ])(
    'reads an account without its webhooks where they are %j, and shows no secret',
    (webhooks, expected) => {
      const { accounts, misconfigured } = read([
        { name: 'a', token: 'abc', webhooks },
      ]);
      expect(accounts).toMatchObject([{ name: 'a', webhookSecrets: [] }]);
      expect(misconfigured).toHaveLength(1);
      const [{ source, problem }] = misconfigured;
      expect(source.name).toBe('a.webhooks');
      expect(problem.message).toContain(expected);
      expect(problem.message).not.toMatch(/two words|right|hush/);
    },
  );

  it.each([null, {}, { secrets: null }, { secrets: [null] }, { secrets: [] }])(
    'takes no webhooks where they are %j: the variable is not set',
    webhooks => {
      const { accounts, misconfigured } = read([
        { name: 'a', token: 'abc', webhooks },
      ]);
      expect(accounts).toMatchObject([{ webhookSecrets: [] }]);
      expect(misconfigured).toEqual([]);
    },
  );

  it('lets a wrong entry disable only itself', () => {
    const { accounts, misconfigured } = read([
      { name: 'first', token: 'abc' },
      { name: 'second', region: 'apac', token: 'abc' },
      'third',
      { name: 'fourth', token: 'abc' },
    ]);
    expect(accounts.map(({ name }) => name)).toEqual(['first', 'fourth']);
    expect(misconfigured).toEqual([
      {
        source: { type: 'pagerduty', name: 'second' },
        problem: {
          code: 'config_invalid',
          severity: 'error',
          message:
            'engineeringOwner.pagerduty.accounts[1]: "region" is "apac"; expected "us" or "eu"',
          params: { place: 'engineeringOwner.pagerduty.accounts[1]' },
        },
      },
      expect.objectContaining({
        source: { type: 'pagerduty', name: 'accounts[2]' },
      }),
    ]);
  });

  it.each([
    [{ token: 'abc' }, /"name" is missing; expected a text/],
    [
      { name: 'a b', token: 'abc' },
      /"name" is "a b"; expected at most 63 letters/,
    ],
    [
      { name: 'a'.repeat(64), token: 'abc' },
      /"name" is "a+"; expected at most 63 letters/,
    ],
    [{ name: 'a' }, /expected either "token" or "oauth"/],
    [
      {
        name: 'a',
        token: 'abc',
        oauth: { clientId: 'i', clientSecret: 's', subdomain: 'x' },
      },
      /expected either "token" or "oauth", and not both/,
    ],
    [
      { name: 'a', oauth: { clientId: 'i', clientSecret: 's' } },
      /"oauth.subdomain" is missing/,
    ],
    [
      { name: 'a', token: 'abc', apiBaseUrl: 'api.pagerduty.com' },
      /"apiBaseUrl" is "api.pagerduty.com"; expected an http/,
    ],
    [
      { name: 'a', token: 'abc', timeout: 'soon' },
      /"timeout" is "soon"; expected a duration/,
    ],
    [
      { name: 'a', token: 'abc', timeout: '0s' },
      /"timeout" is "0s"; expected a duration above zero/,
    ],
    [
      { name: 'a', token: 'abc', maxConcurrency: 0 },
      /"maxConcurrency" is 0; expected a whole number of at least 1/,
    ],
  ])('says what is wrong with %j', (entry, message) => {
    expect(messagesOf([entry])).toEqual([expect.stringMatching(message)]);
  });

  it('never repeats a secret, not even a wrong one', () => {
    const messages = messagesOf([
      { name: 'a', token: 'very secret' },
      { name: 'b', token: 4711 },
      {
        name: 'c',
        oauth: {
          clientId: 'id',
          clientSecret: 'also\nsecret',
          subdomain: 'acme',
        },
      },
    ]).join(' ');
    expect(messages).toContain('"token" is string (a secret, not shown)');
    expect(messages).not.toMatch(/very secret|4711|also/);
  });

  it('refuses a second account of the same name', () => {
    expect(
      messagesOf([
        { name: 'a', token: 'abc' },
        { name: 'a', token: 'def' },
      ]),
    ).toEqual([
      'engineeringOwner.pagerduty.accounts[1].name: "a" is the name of an account above; expected a name of its own',
    ]);
  });

  it.each([{ name: 'a', token: 'abc' }, 'a', 7])(
    'says so when accounts is no list but %j',
    accounts => {
      expect(messagesOf(accounts)).toEqual([
        'engineeringOwner.pagerduty.accounts: expected a list of accounts',
      ]);
    },
  );

  it('says so when the section is no object', () => {
    const config = new ConfigReader({ engineeringOwner: { pagerduty: 'x' } });
    expect(readAccounts(config).misconfigured).toHaveLength(1);
  });
});
