import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * Stands before a server and hands on what one client asks of it. After a
 * number of requests it can hold the others for ever, so that the client is
 * sure to be waiting.
 */
export class HoldingProxy {
  readonly #server: Server;
  readonly #target: string;
  readonly #holdAfter: number;
  /** Of each request when it came, epoch milliseconds. */
  readonly asked: Array<{ path: string; at: number }> = [];
  readonly held: string[] = [];

  private constructor(target: string, holdAfter: number) {
    this.#target = target;
    this.#holdAfter = holdAfter;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(
    target: string,
    options: { holdAfter?: number } = {},
  ): Promise<HoldingProxy> {
    const proxy = new HoldingProxy(target, options.holdAfter ?? Infinity);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const path = request.url ?? '/';
    this.asked.push({ path, at: Date.now() });
    if (this.asked.length > this.#holdAfter) {
      this.held.push(path);
      return;
    }
    const { authorization = '', accept = '' } = request.headers;
    const answer = await fetch(`${this.#target}${path}`, {
      headers: { authorization, accept },
    });
    const headers = [...answer.headers].filter(
      ([name]) => name !== 'transfer-encoding' && !name.startsWith('content-'),
    );
    response.writeHead(answer.status, {
      ...Object.fromEntries(headers),
      'content-type': answer.headers.get('content-type') ?? 'application/json',
    });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }
}
