import { HttpServer } from '@engineering-owner/backstage-plugin-node/http';

/** Address of a page that shows a query, with placeholders for it. */
export interface LinkTemplate {
  title: string;
  url: string;
}

/** One Prometheus (or something that speaks its API), as configured. */
export interface PrometheusInstance extends HttpServer {
  /** Pages that show a query; the first comes first. */
  links: LinkTemplate[];
  evaluationDelaySeconds: number;
  /** Labels that tell the replicas of one Prometheus apart. */
  replicaLabels: string[];
  alerts: {
    entityLabel: string;
    /** What the server adds to the alerts that it sends, but not to those it answers with. */
    externalLabels: Record<string, string>;
  };
}
