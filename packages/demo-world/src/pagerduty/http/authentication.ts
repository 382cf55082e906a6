import { createHash, randomBytes } from 'crypto';
import { SECOND } from '../time';
import { ApiError } from './apiError';

const TOKEN_LIFE_SECONDS = 86_400;

/** What OAuth clients must send to get a token. */
export interface OAuthClient {
  clientId: string;
  clientSecret: string;
}

interface IssuedToken {
  expiresAt: number;
  scopes: string[];
}

/** The answer of `POST /oauth/token`. */
export interface TokenAnswer {
  access_token: string;
  token_type: 'bearer';
  scope: string;
  expires_in: number;
}

/** Checks API tokens and issues OAuth ones. */
export class Authentication {
  private readonly issued = new Map<string, IssuedToken>();

  constructor(public apiToken: string, private readonly client: OAuthClient) {}

  /**
   * Issues a token for the client credentials grant.
   *
   * @throws ApiError 400 or 401, as the identity service answers.
   */
  issue(form: URLSearchParams, now: number): TokenAnswer {
    const grant = form.get('grant_type');
    if (grant !== 'client_credentials') {
      throw new ApiError(400, 2001, 'unsupported_grant_type', [
        `grant_type "${grant}" must be client_credentials`,
      ]);
    }
    if (
      form.get('client_id') !== this.client.clientId ||
      form.get('client_secret') !== this.client.clientSecret
    ) {
      throw new ApiError(401, 2006, 'invalid_client', [
        'client_id or client_secret is wrong',
      ]);
    }
    const scope = form.get('scope') ?? '';
    if (!/(^|\s)as_account-(us|eu)\.\S+/.test(scope)) {
      throw new ApiError(400, 2001, 'invalid_scope', [
        `scope "${scope}" must name an account: as_account-us.<subdomain>`,
      ]);
    }
    const token = `pdus+_${randomBytes(16).toString('hex')}`;
    this.issued.set(fingerprint(token), {
      expiresAt: now + TOKEN_LIFE_SECONDS * SECOND,
      scopes: scope.split(/\s+/),
    });
    return {
      access_token: token,
      token_type: 'bearer',
      scope,
      expires_in: TOKEN_LIFE_SECONDS,
    };
  }

  /** Every token issued so far stops working, as after 24 hours. */
  expireAll(): void {
    this.issued.clear();
  }

  /**
   * Lets a caller in who may use `scope`.
   *
   * @throws ApiError 401 without a valid token, 403 without the scope.
   */
  check(authorization: string | null, scope: string | null, now: number): void {
    const token = /^Token token="?([^"]*)"?$/i.exec(authorization ?? '')?.[1];
    if (token !== undefined && token === this.apiToken) {
      return;
    }
    const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    const issued = bearer && this.issued.get(fingerprint(bearer));
    if (!issued || issued.expiresAt <= now) {
      throw new ApiError(401, 2006, 'Authentication failed', [
        bearer ? 'The bearer token is unknown or expired' : 'No valid token',
      ]);
    }
    if (scope && !issued.scopes.includes(scope)) {
      throw missingScope(scope);
    }
  }
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function missingScope(scope: string): ApiError {
  return new ApiError(403, 2010, 'Access Denied', [
    `The token lacks the scope ${scope}`,
  ]);
}
