/** How requests to an instance are signed. */
export type PrometheusAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  | { type: 'basic'; username: string; password: string };

/** One Prometheus (or something that speaks its API), as configured. */
export interface PrometheusInstance {
  name: string;
  /** Without a trailing slash, credentials, query or fragment. */
  baseUrl: string;
  auth: PrometheusAuth;
  /** Sent with every request, for example a tenant. */
  headers: Record<string, string>;
  /** Requests in flight at once. */
  maxConcurrency: number;
  timeoutMs: number;
  evaluationDelaySeconds: number;
  /** Labels that tell the replicas of one Prometheus apart. */
  replicaLabels: string[];
  alerts: { entityLabel: string };
}
