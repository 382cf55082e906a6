import { HttpServer } from '@engineering-owner/backstage-plugin-node/http';

/** One Alertmanager (or something that speaks its API), as configured. */
export interface AlertmanagerInstance extends HttpServer {
  /** Root of the server as people reach it, without a trailing slash. */
  publicUrl?: string;
  /** Matchers that alerts have to satisfy to be read. */
  filter: string[];
  /** Labels that only tell the replicas of one Prometheus apart. */
  replicaLabels: string[];
  /** Label of alerts whose value is an entity's `metadata.name`. */
  entityLabel: string;
}
