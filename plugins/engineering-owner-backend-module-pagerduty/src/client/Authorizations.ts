import { Account } from '../config/Account';
import { Authorization, TokenAuthorization } from './Authorization';
import { OAuthAuthorization } from './OAuthAuthorization';
import { requestToken } from './requestToken';
import { Timekeeper } from './Timekeeper';
import { Transport } from './Transport';

/**
 * What lets requests into an account. An OAuth app has a token of its own for
 * each scope: the identity service grants all that is asked for or nothing, and
 * what may be read must not depend on what may not.
 */
export class Authorizations {
  readonly #create: (scope: string | undefined) => Authorization;
  readonly #byScope = new Map<string | undefined, Authorization>();

  constructor(account: Account, transport: Transport, time: Timekeeper) {
    const { credentials } = account;
    if (credentials.type === 'token') {
      const only = new TokenAuthorization(credentials.token);
      this.#create = () => only;
    } else {
      this.#create = scope =>
        new OAuthAuthorization(
          signal =>
            requestToken(account, credentials, transport, signal, scope),
          time,
        );
    }
  }

  /** For requests that need this scope, or none. */
  of(scope: string | undefined): Authorization {
    const known = this.#byScope.get(scope);
    if (known) {
      return known;
    }
    const added = this.#create(scope);
    this.#byScope.set(scope, added);
    return added;
  }
}
