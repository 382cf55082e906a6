import { HumanDuration } from '@backstage/types';

export interface Config {
  engineeringOwner?: {
    prometheus?: {
      /** Prometheus servers, or anything that speaks their HTTP API. */
      instances?: Array<{
        /** Unique; templates name it under `prometheus`. Up to 63 letters, digits, `.`, `_` and `-`. */
        name: string;
        /** Root of the server, without `/api/v1` and without credentials. */
        baseUrl: string;
        /**
         * Root of the server as people reach it in a browser. Each query then
         * links to the server's own page; `baseUrl` is never shown.
         */
        publicUrl?: string;
        /** Pages that show a query, for example in Grafana. */
        links?: Array<{
          title: string;
          /**
           * An `http(s)` address with `{{query}}`, `{{queryJson}}`, `{{window}}`,
           * `{{from}}` and `{{to}}`, each filled in URL-encoded.
           */
          url: string;
        }>;
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
         * Added to the address of every request, for example
         * `partial_response: false`.
         * @deepVisibility secret
         */
        queryParameters?: { [name: string]: string | number | boolean };
        /** Requests in flight at once, 1 to 64. Default: 4. */
        maxConcurrency?: number;
        /** How long to wait for an answer. 1 to 40 seconds. Default: 30 seconds. */
        timeout?: HumanDuration | string;
        /** How long samples may take to arrive; reads end at least so long ago. At most 10 minutes. Default: 30 seconds. */
        evaluationDelay?: HumanDuration | string;
        /** Labels that tell the replicas of a highly available pair apart. */
        replicaLabels?: string[];
        alerts?: {
          /** Label of alerts whose value is an entity's `metadata.name`. Default: `service`. */
          entityLabel?: string;
          /**
           * The server's own `external_labels`, which it adds to what it sends to
           * Alertmanager: by them an alert that both tell of is recognised.
           */
          externalLabels?: { [name: string]: string };
        };
      }>;
    };
  };
}
