import { Account } from '../config/Account';
import { Authorization, TokenAuthorization } from './Authorization';
import { OAuthAuthorization } from './OAuthAuthorization';
import { requestToken } from './requestToken';
import { Timekeeper } from './Timekeeper';
import { Transport } from './Transport';

/**
 * What lets requests into an account. An OAuth app has a token of its own for
 * each set of scopes: asked for one that it lacks, the identity service grants
 * none, and reading must not depend on what only acting needs.
 */
export class Authorizations {
  readonly #create: (scopes: readonly string[]) => Authorization;
  readonly #byScopes = new Map<string, Authorization>();

  constructor(account: Account, transport: Transport, time: Timekeeper) {
    const { credentials } = account;
    if (credentials.type === 'token') {
      const only = new TokenAuthorization(credentials.token);
      this.#create = () => only;
    } else {
      this.#create = scopes =>
        new OAuthAuthorization(
          signal =>
            requestToken(account, credentials, transport, signal, scopes),
          time,
        );
    }
  }

  /** For requests that need some scopes. */
  of(scopes: readonly string[]): Authorization {
    const key = scopes.join(' ');
    const known = this.#byScopes.get(key);
    if (known) {
      return known;
    }
    const added = this.#create(scopes);
    this.#byScopes.set(key, added);
    return added;
  }
}
