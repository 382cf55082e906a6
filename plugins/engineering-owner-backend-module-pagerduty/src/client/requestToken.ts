import { z } from 'zod';
import { Account, Credentials } from '../config/Account';
import { GrantedToken } from './OAuthAuthorization';
import { PagerDutyError } from './PagerDutyError';
import { refusal } from './refusal';
import { Transport } from './Transport';

const path = '/oauth/token';

const grant = z
  .string()
  .transform((body, context): unknown => {
    try {
      return JSON.parse(body);
    } catch {
      context.addIssue({ code: 'custom', message: 'is no JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      access_token: z.string().min(1),
      expires_in: z.number().positive(),
    }),
  );

/**
 * Asks the identity service for a token that has a scope.
 *
 * @throws {@link PagerDutyError}
 */
export async function requestToken(
  account: Account,
  oauth: Extract<Credentials, { type: 'oauth' }>,
  transport: Transport,
  signal: AbortSignal,
  scope: string | undefined,
): Promise<GrantedToken> {
  const { status, body } = await transport.send(
    {
      method: 'POST',
      url: new URL(`${oauth.identityBaseUrl}${path}`),
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: oauth.clientId,
        client_secret: oauth.clientSecret,
        scope: [oauth.accountScope, scope].filter(Boolean).join(' '),
      }),
    },
    signal,
  );
  const asked = `POST ${path}`;
  if (status < 200 || status > 299) {
    const refused = refusal({ account, asked, path, status, body });
    if (status !== 400 || scope === undefined) {
      throw refused;
    }
    // What an app lacks is not left out of what it is granted, but refused.
    throw new PagerDutyError(
      `${refused.message}. The OAuth app of ${account.place} needs the scope ${scope} for this: add it in PagerDuty, and check that ${oauth.accountScope} is the account`,
      { failure: 'refused', status: 403 },
    );
  }
  const granted = grant.safeParse(body);
  if (!granted.success) {
    throw new PagerDutyError(
      `PagerDuty account "${
        account.name
      }": ${asked} granted no token that can be understood (${granted.error.issues[0]?.path.join(
        '.',
      )} ${granted.error.issues[0]?.message})`,
      { failure: 'malformed' },
    );
  }
  return {
    accessToken: granted.data.access_token,
    expiresInSeconds: granted.data.expires_in,
  };
}
