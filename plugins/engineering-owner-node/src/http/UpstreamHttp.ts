import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import pLimit from 'p-limit';
import { Backoff } from './Backoff';
import { Credentials } from './Credentials';
import { connectionFailure, isServersFault } from './failure';
import { HttpServer } from './HttpServer';
import { readBody } from './readBody';
import { HttpAnswer, Transport, transportOf } from './Transport';
import { UpstreamError } from './UpstreamError';

/** This many failures in a row, and the server is left alone for a while. */
const failuresToOpen = 5;
const openForMs = 30_000;

const breakerStates = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
} as const;

/**
 * What is asked of a server: POST with a form body, GET where only that is known.
 *
 * @public
 */
export interface UpstreamRequest {
  method: 'GET' | 'POST';
  /** After the server's root. */
  path: string;
  form?: URLSearchParams;
}

/**
 * Sends requests to one server: signed, bounded in number, size and time, and
 * left out for a while when the server fails or asks for it. A request is never
 * repeated here; the next round of the ingest does that. Nothing that signs a
 * request stands in an error, also when the server repeats it.
 *
 * @public
 */
export class UpstreamHttp {
  private readonly limit;
  private readonly breaker;
  private readonly backoff = new Backoff();
  private readonly credentials: Credentials;
  private readonly transport: Transport;
  private readonly server: HttpServer;
  private readonly product: string;
  private readonly whenTooLarge: string;
  private readonly onHeaders: UpstreamHttpOptions['onHeaders'];
  private requests = 0;
  private lastFailure = '';

  constructor(server: HttpServer, options: UpstreamHttpOptions) {
    this.server = server;
    this.product = options.product;
    this.whenTooLarge = options.whenTooLarge;
    this.onHeaders = options.onHeaders;
    this.limit = pLimit(server.maxConcurrency);
    this.credentials = new Credentials(server);
    this.transport = transportOf(server.tls);
    this.breaker = circuitBreaker(handleWhen(isServersFault), {
      // Replicas that left a server alone together do not come back together.
      halfOpenAfter: openForMs * (1 + Math.random() / 10),
      breaker: new ConsecutiveBreaker(failuresToOpen),
    });
    this.breaker.onBreak(() =>
      options.logger.warn(this.named(this.leftAlone())),
    );
  }

  /** Counted since the process started; how it fares with the server now. */
  telemetry(): { requests: number; breaker: 'closed' | 'open' | 'half_open' } {
    return {
      requests: this.requests,
      breaker: breakerStates[this.breaker.state],
    };
  }

  /** How long an answer may take. */
  get timeoutSeconds(): number {
    return this.server.timeoutMs / 1000;
  }

  /**
   * Asks, and understands the answer, which may throw an {@link UpstreamError}
   * too.
   *
   * @throws UpstreamError that names the server
   */
  ask<T>(
    request: UpstreamRequest,
    understand: (answer: HttpAnswer, body: string) => T,
    signal: AbortSignal,
  ): Promise<T> {
    return this.limit(async () => {
      signal.throwIfAborted();
      try {
        this.backoff.check(performance.now());
        return await this.breaker.execute(() =>
          this.send(request, understand, signal),
        );
      } catch (error) {
        throw this.explain(error);
      }
    });
  }

  private async send<T>(
    { method, path, form = new URLSearchParams() }: UpstreamRequest,
    understand: (answer: HttpAnswer, body: string) => T,
    signal: AbortSignal,
  ): Promise<T> {
    const { timeoutMs } = this.server;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const headers = await this.headers();
      this.requests += 1;
      const askedAt = Date.now();
      const response = await this.transport(this.address(method, path, form), {
        method,
        headers,
        ...(method === 'POST' && { body: form.toString() }),
        signal: AbortSignal.any([signal, timeout]),
      });
      this.onHeaders?.(response.headers, askedAt, Date.now());
      const { whenTooLarge } = this;
      const body = await readBody(response, { whenTooLarge });
      const understood = this.understood(body, text =>
        understand(response, text),
      );
      this.backoff.succeeded();
      return understood;
    } catch (error) {
      // The caller gave up: that says nothing about the server.
      signal.throwIfAborted();
      const timedOut = timeout.aborted;
      const failure = connectionFailure(error, { timedOut, timeoutMs });
      this.lastFailure = this.credentials.redacted(failure.message);
      if (failure.kind === 'overloaded') {
        this.backoff.failed(performance.now(), failure.retryAfterSeconds);
      }
      throw failure;
    }
  }

  /**
   * What a body says. What it does not say is told in an error with a piece of
   * it, cut and quoted: then nothing that signs requests would be found in it,
   * so that it is made from a body without that.
   */
  private understood<T>(body: string, understand: (text: string) => T): T {
    try {
      return understand(body);
    } catch (error) {
      const redacted = this.credentials.redacted(body);
      if (redacted !== body) {
        understand(redacted);
      }
      throw error;
    }
  }

  /** Parameters of the server stand in the address, where proxies look. */
  private address(
    method: UpstreamRequest['method'],
    path: string,
    form: URLSearchParams,
  ): string {
    const { baseUrl, queryParameters } = this.server;
    const search = new URLSearchParams([
      ...(method === 'GET' ? form : []),
      ...Object.entries(queryParameters),
    ]);
    return `${baseUrl}${path}${search.size > 0 ? `?${search}` : ''}`;
  }

  private async headers(): Promise<Record<string, string>> {
    return {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(await this.credentials.headers()),
    };
  }

  private explain(error: unknown): unknown {
    if (error instanceof BrokenCircuitError) {
      return new UpstreamError('not_asked', this.named(this.leftAlone()));
    }
    return error instanceof UpstreamError
      ? new UpstreamError(
          error.kind,
          this.named(this.credentials.redacted(error.message)),
          error.retryAfterSeconds,
        )
      : error;
  }

  private leftAlone(): string {
    return `is left alone for ${
      openForMs / 1000
    } s after ${failuresToOpen} failures in a row; the last: it ${
      this.lastFailure
    }`;
  }

  private named(predicate: string): string {
    return `${this.product} "${this.server.name}" at ${this.server.baseUrl} ${predicate}`;
  }
}

/**
 * @public
 */
export interface UpstreamHttpOptions {
  /** What the server is, for messages: `Prometheus`. */
  product: string;
  /** What to do about an answer that is too large, for messages. */
  whenTooLarge: string;
  logger: LoggerService;
  /** Told of each answer's headers, and between when it was asked for and came. */
  onHeaders?: (
    headers: HttpAnswer['headers'],
    askedAt: number,
    answeredAt: number,
  ) => void;
}
