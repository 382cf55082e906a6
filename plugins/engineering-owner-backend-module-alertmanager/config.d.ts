import { HumanDuration } from '@backstage/types';

export interface Config {
  engineeringOwner?: {
    alertmanager?: {
      /** Alertmanagers, or anything that speaks their HTTP API v2. */
      instances?: Array<{
        /** Unique. Up to 63 letters, digits, `.`, `_` and `-`. */
        name: string;
        /** Root of the server, without `/api/v2` and without credentials. */
        baseUrl: string;
        /**
         * Root of the server as people reach it in a browser. Silences then link
         * to their page; `baseUrl` is never shown.
         */
        publicUrl?: string;
        /** How requests are signed. Default: not at all. */
        auth?:
          | { type: 'none' }
          | {
              type: 'bearer';
              /** @visibility secret */
              token: string;
            }
          | {
              type: 'bearer';
              /** Path of a file that holds the token; read for each request. */
              tokenFile: string;
            }
          | {
              type: 'basic';
              username: string;
              /** @visibility secret */
              password: string;
            };
        /** How the connection is secured; certificates are PEM, or paths of files, which are read again when they change. */
        tls?: {
          /** Authorities that may vouch for the server, instead of the usual ones. */
          ca?: string;
          /** What the client shows of itself, together with `key`. */
          cert?: string;
          /** @visibility secret */
          key?: string;
          /** The name the server's certificate must bear. Default: the host of `baseUrl`. */
          serverName?: string;
          /** Accepts any certificate. For trying out only. */
          insecureSkipVerify?: boolean;
        };
        /**
         * Sent with every request, for example `X-Scope-OrgID`.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /**
         * Added to the address of every request, for example of a proxy.
         * @deepVisibility secret
         */
        queryParameters?: { [name: string]: string | number | boolean };
        /** Requests in flight at once, 1 to 64. Default: 4. */
        maxConcurrency?: number;
        /** How long to wait for an answer. 1 to 40 seconds. Default: 30 seconds. */
        timeout?: HumanDuration | string;
        /** Matchers that alerts have to satisfy to be read, for example `severity!="info"`. Default: none. */
        filter?: string[];
        /**
         * Labels that only tell the replicas of one Prometheus apart. Default:
         * `replica`, `prometheus_replica` and `__replica__`.
         */
        replicaLabels?: string[];
        /** Label of alerts whose value is an entity's `metadata.name`. Default: `service`. */
        entityLabel?: string;
      }>;
    };
  };
}
