import { createServer, IncomingMessage, ServerResponse } from 'http';

/** A request as it arrived. */
export interface ReceivedRequest {
  method: string;
  path: string;
  /** What stands after the `?` of the address. */
  search: string;
  form: URLSearchParams;
  headers: IncomingMessage['headers'];
}

export interface FakeServer {
  url: string;
  received: ReceivedRequest[];
  stop(): Promise<void>;
}

/** An HTTP server on a free port of this host that answers as it is told. */
export async function startServer(
  answer: (response: ServerResponse, request: ReceivedRequest) => void,
): Promise<FakeServer> {
  const received: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) {
      body += chunk;
    }
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const request: ReceivedRequest = {
      method: incoming.method ?? '',
      path: url.pathname,
      search: url.search.slice(1),
      form: new URLSearchParams(body || url.search),
      headers: incoming.headers,
    };
    received.push(request);
    answer(response, request);
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const address = server.address();
  if (typeof address !== 'object' || address === null) {
    throw new Error('the server listens on no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with JSON, as the API does. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** A successful instant query. */
export function vector(
  samples: Array<[Record<string, string>, string]>,
  warnings?: string[],
) {
  const result = samples.map(([metric, value]) => ({
    metric,
    value: [1_700_000_000, value],
  }));
  return {
    status: 'success',
    data: { resultType: 'vector', result },
    warnings,
  };
}
