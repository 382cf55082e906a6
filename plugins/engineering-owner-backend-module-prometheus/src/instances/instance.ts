/** How requests to an instance are signed. */
export type PrometheusAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  /** The file is read for each request, because tokens in files are replaced. */
  | { type: 'bearer'; tokenFile: string }
  | { type: 'basic'; username: string; password: string };

/** A certificate or key: itself, or where it is and may be replaced. */
export type Pem = { text: string } | { file: string };

/** How the connection to an instance is secured, beyond what is usual. */
export interface PrometheusTls {
  /** Authorities that may vouch for the server, instead of the usual ones. */
  ca?: Pem;
  /** What the client shows of itself, both or neither. */
  client?: { cert: Pem; key: Pem };
  /** The name the server's certificate must bear, when not the address'. */
  serverName?: string;
  /** Accepts any certificate. */
  insecureSkipVerify: boolean;
}

/** Address of a page that shows a query, with placeholders for it. */
export interface LinkTemplate {
  title: string;
  url: string;
}

/** One Prometheus (or something that speaks its API), as configured. */
export interface PrometheusInstance {
  name: string;
  /** Without a trailing slash, credentials, query or fragment. */
  baseUrl: string;
  auth: PrometheusAuth;
  /** Sent with every request, for example a tenant. */
  headers: Record<string, string>;
  /** Added to the address of every request, for example `dedup=true`. */
  queryParameters: Record<string, string>;
  /** Absent: what the runtime does by itself. */
  tls?: PrometheusTls;
  /** Pages that show a query; the first comes first. */
  links: LinkTemplate[];
  /** Requests in flight at once. */
  maxConcurrency: number;
  timeoutMs: number;
  evaluationDelaySeconds: number;
  /** Labels that tell the replicas of one Prometheus apart. */
  replicaLabels: string[];
  alerts: { entityLabel: string };
}
