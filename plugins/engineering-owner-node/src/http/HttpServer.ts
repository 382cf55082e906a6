/**
 * How requests to a server are signed.
 *
 * @public
 */
export type HttpAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  /** The file is read for each request, because tokens in files are replaced. */
  | { type: 'bearer'; tokenFile: string }
  | { type: 'basic'; username: string; password: string };

/**
 * A certificate or key: itself, or where it is and may be replaced.
 *
 * @public
 */
export type Pem = { text: string } | { file: string };

/**
 * How the connection to a server is secured, beyond what is usual.
 *
 * @public
 */
export interface HttpTls {
  /** Authorities that may vouch for the server, instead of the usual ones. */
  ca?: Pem;
  /** What the client shows of itself, both or neither. */
  client?: { cert: Pem; key: Pem };
  /** The name the server's certificate must bear, when not the address'. */
  serverName?: string;
  /** Accepts any certificate. */
  insecureSkipVerify: boolean;
}

/**
 * A server that is asked over HTTP, as configured.
 *
 * @public
 */
export interface HttpServer {
  name: string;
  /** Without a trailing slash, credentials, query or fragment. */
  baseUrl: string;
  auth: HttpAuth;
  /** Sent with every request, for example a tenant. */
  headers: Record<string, string>;
  /** Added to the address of every request, for example `dedup=true`. */
  queryParameters: Record<string, string>;
  /** Absent: what the runtime does by itself. */
  tls?: HttpTls;
  /** Requests in flight at once. */
  maxConcurrency: number;
  timeoutMs: number;
}
