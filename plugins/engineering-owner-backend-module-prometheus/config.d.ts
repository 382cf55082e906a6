import { HumanDuration } from '@backstage/types';

export interface Config {
  engineeringOwner?: {
    prometheus?: {
      /** Prometheus servers, or anything that speaks their HTTP API. */
      instances?: Array<{
        /** Unique; templates name it under `prometheus`. */
        name: string;
        /** Root of the server, without `/api/v1` and without credentials. */
        baseUrl: string;
        /** How requests are signed. Default: not at all. */
        auth?:
          | { type: 'none' }
          | {
              type: 'bearer';
              /** @visibility secret */
              token: string;
            }
          | {
              type: 'basic';
              username: string;
              /** @visibility secret */
              password: string;
            };
        /**
         * Sent with every request, for example `X-Scope-OrgID`.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** Requests in flight at once, 1 to 64. Default: 4. */
        maxConcurrency?: number;
        /** How long to wait for an answer. 1 second to 5 minutes. Default: 30 seconds. */
        timeout?: HumanDuration | string;
        /** How long samples may take to arrive; reads end at least so long ago. At most 10 minutes. Default: 30 seconds. */
        evaluationDelay?: HumanDuration | string;
        /** Labels that tell the replicas of a highly available pair apart. */
        replicaLabels?: string[];
        alerts?: {
          /** Label of alerts whose value is an entity's `metadata.name`. Default: `service`. */
          entityLabel?: string;
        };
      }>;
    };
  };
}
