import { oauthAccount, testAccount } from '../__testUtils__/account';
import { refusal } from './refusal';

const refused = (
  status: number,
  body: string,
  rest: Partial<Parameters<typeof refusal>[0]> = {},
) =>
  refusal({
    account: testAccount(),
    asked: 'GET /incidents',
    path: '/incidents',
    status,
    body,
    ...rest,
  }).message;

const pagerDutySays = (code: number, message: string, errors: unknown) =>
  JSON.stringify({ error: { code, message, errors } });

describe('refusal', () => {
  it('names the key to check when the token is wrong', () => {
    expect(refused(401, pagerDutySays(2006, 'Authentication failed', []))).toBe(
      'PagerDuty account "default": GET /incidents answered 401 (code 2006, Authentication failed). The token is wrong or was revoked: check engineeringOwner.pagerduty.accounts[0].token',
    );
  });

  it('names the scope that an OAuth app lacks', () => {
    expect(
      refused(403, pagerDutySays(2010, 'Access Denied', ['no incidents']), {
        account: oauthAccount(),
      }),
    ).toBe(
      'PagerDuty account "default": GET /incidents answered 403 (code 2010, Access Denied: no incidents). The OAuth app of engineeringOwner.pagerduty.accounts[0] lacks the scope incidents.read: add it in PagerDuty',
    );
  });

  it('says what a token may not do', () => {
    expect(refused(403, '')).toMatch(/may not read this.*incidents\.read/);
  });

  it.each([
    [402, /does not have the ability/],
    [429, /rate limit of the key is used up$/],
  ])('explains %s', (status, message) => {
    expect(refused(status, '')).toMatch(message);
  });

  it('says how long the rate limit lasts where it is known', () => {
    expect(refused(429, '', { resetSeconds: 17 })).toMatch(/another 17 s$/);
  });

  it('reads errors that come as an object', () => {
    expect(
      refused(
        400,
        pagerDutySays(2001, 'Invalid Request', {
          since: ['is too long ago', 'is odd'],
        }),
      ),
    ).toContain('(code 2001, Invalid Request: since: is too long ago, is odd)');
  });

  it('quotes the beginning of an answer in no known form', () => {
    expect(refused(502, `<html>${'x'.repeat(500)}`)).toMatch(
      /answered 502 \("<html>x{114}"\)$/,
    );
  });

  it('quotes nothing of an empty answer', () => {
    expect(refused(500, '')).toBe(
      'PagerDuty account "default": GET /incidents answered 500',
    );
  });
});
