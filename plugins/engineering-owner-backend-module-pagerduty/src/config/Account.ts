/** How the account lets us in. */
export type Credentials =
  | { type: 'token'; token: string }
  | {
      type: 'oauth';
      clientId: string;
      clientSecret: string;
      /** Names the account in the scope: `as_account-us.acme`. */
      accountScope: string;
      identityBaseUrl: string;
    };

/** One account as configured, checked. */
export interface Account {
  name: string;
  /** Config key, for messages: `engineeringOwner.pagerduty.accounts[0]`. */
  place: string;
  apiBaseUrl: string;
  credentials: Credentials;
  timeoutMilliseconds: number;
  maxConcurrency: number;
  /** False: people may not act on its incidents from here. */
  writes: boolean;
  /** Any of them may have signed a webhook; without one none is taken. */
  webhookSecrets: string[];
}
