import { HumanDuration } from '@backstage/types';

export interface Config {
  engineeringOwner?: {
    pagerduty?: {
      /**
       * PagerDuty accounts to read services, escalation policies, on-call
       * shifts and incidents from. A wrong entry disables only itself.
       */
      accounts?: Array<{
        /**
         * Name of the account: the value of the annotation
         * `pagerduty.com/account`, needed where there are several. Up to 63
         * letters, digits, `.`, `_` and `-`.
         */
        name: string;
        /** Where the account lives. Defaults to `us`. */
        region?: 'us' | 'eu';
        /** Instead of the region's own address, for example a proxy. */
        apiBaseUrl?: string;
        /**
         * An API key of the account, or of a user; one that is not read-only
         * lets people act on incidents. Either this or `oauth`.
         * @visibility secret
         */
        token?: string;
        /**
         * A scoped OAuth app with client credentials. Either this or `token`.
         */
        oauth?: {
          clientId: string;
          /** @visibility secret */
          clientSecret: string;
          /** The `acme` of `acme.pagerduty.com`. */
          subdomain: string;
          /** Defaults to `https://identity.pagerduty.com`. */
          identityBaseUrl?: string;
        };
        /** Of one request. Defaults to 15 seconds. */
        timeout?: HumanDuration | string;
        /** Requests in flight at once. Defaults to 4. */
        maxConcurrency?: number;
        /**
         * `false`: people may not acknowledge, resolve, annotate or open
         * incidents of the account from here. Defaults to true.
         */
        writes?: boolean;
        /**
         * Webhooks (v3) that the account sends to
         * `/api/engineering-owner/v1/webhooks/pagerduty/<name>`. Off without a
         * secret.
         */
        webhooks?: {
          /**
           * Signing secrets of the webhook subscriptions, the old one beside
           * the new one while they are rotated.
           * @deepVisibility secret
           */
          secrets?: string[];
        };
      }>;
    };
  };
}
