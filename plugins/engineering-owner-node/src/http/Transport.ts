import { Agent, fetch as fetchThrough } from 'undici';
import { HttpTls, Pem } from './HttpServer';
import { readFileOf } from './readFileOf';

/**
 * What is used of an answer.
 *
 * @public
 */
export type HttpAnswer = Pick<Response, 'status' | 'ok'> & {
  headers: { get(name: string): string | null };
  body: { getReader(): BodyReader } | null;
};

/**
 * Reads a body piece by piece.
 *
 * @public
 */
export interface BodyReader {
  read(): Promise<{ done: boolean; value?: Uint8Array }>;
  cancel(): Promise<void>;
}

/** What is used of a request. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** Carries a request to a server and brings the answer. Follows no redirect. */
export type Transport = (
  address: string,
  request: HttpRequest,
) => Promise<HttpAnswer>;

async function textOf(
  key: string,
  pem: Pem | undefined,
): Promise<string | undefined> {
  if (!pem) {
    return undefined;
  }
  return 'text' in pem ? pem.text : readFileOf(key, pem.file);
}

/** Certificates in files are replaced from time to time, and so is the agent. */
class TlsAgents {
  private agent?: { agent: Agent; of: string };

  constructor(private readonly tls: HttpTls) {}

  async current(): Promise<Agent> {
    const { ca, client, serverName, insecureSkipVerify } = this.tls;
    const pems = {
      ca: await textOf('tls.ca', ca),
      cert: await textOf('tls.cert', client?.cert),
      key: await textOf('tls.key', client?.key),
    };
    const of = JSON.stringify(pems);
    if (this.agent?.of !== of) {
      const before = this.agent?.agent;
      const agent = new Agent({
        connect: {
          ...pems,
          servername: serverName,
          rejectUnauthorized: !insecureSkipVerify,
        },
      });
      this.agent = { agent, of };
      // Lets the requests in flight end.
      before?.close().catch(() => {});
    }
    return this.agent.agent;
  }
}

/** The runtime's own client, or one with the certificates of a server. */
export function transportOf(tls: HttpTls | undefined): Transport {
  if (!tls) {
    return (address, request) =>
      fetch(address, { ...request, redirect: 'manual' });
  }
  const agents = new TlsAgents(tls);
  // The agent and the client that uses it are of one library: a runtime's own
  // client is of another version of it, and need not get on with the agent.
  return async (address, request) =>
    fetchThrough(address, {
      ...request,
      redirect: 'manual',
      dispatcher: await agents.current(),
    });
}
