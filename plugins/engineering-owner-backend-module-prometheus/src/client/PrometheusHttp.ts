import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import pLimit from 'p-limit';
import { SourceTelemetry } from '@engineering-owner/backstage-plugin-node';
import { PrometheusInstance } from '../instances/instance';
import { answerSchema } from './answer';
import { Backoff } from './Backoff';
import { Credentials } from './Credentials';
import {
  apiFailure,
  connectionFailure,
  isInstancesFault,
  malformed,
  statusFailure,
} from './failure';
import { PrometheusError } from './PrometheusError';
import { readBody } from './readBody';
import { ServerClock } from './ServerClock';
import { SingleFlight } from './SingleFlight';
import { HttpAnswer, Transport, transportOf } from './Transport';

/** This many failures in a row, and the instance is left alone for a while. */
const failuresToOpen = 5;
const openForMs = 30_000;

const breakerStates = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
} as const;

/** An answer that succeeded, its data not yet understood. */
export interface PrometheusAnswer {
  data: unknown;
  /** What Prometheus warned of: the answer may lack data. */
  warnings: string[];
}

/**
 * Sends requests to one instance: signed, bounded in number, size and time,
 * and left out for a while when the instance fails or asks for it. A request
 * is never repeated here, the next round of the ingest does that: Prometheus
 * goes on with a query that nobody waits for.
 */
export class PrometheusHttp {
  private readonly limit;
  private readonly breaker;
  private readonly backoff = new Backoff();
  private readonly clock = new ServerClock();
  private readonly flights = new SingleFlight<PrometheusAnswer>();
  private readonly credentials: Credentials;
  private readonly transport: Transport;
  private requests = 0;
  private lastFailure = '';

  constructor(
    private readonly instance: PrometheusInstance,
    logger: LoggerService,
  ) {
    this.limit = pLimit(instance.maxConcurrency);
    this.credentials = new Credentials(instance);
    this.transport = transportOf(instance.tls);
    this.breaker = circuitBreaker(handleWhen(isInstancesFault), {
      // Replicas that left an instance alone together do not come back together.
      halfOpenAfter: openForMs * (1 + Math.random() / 10),
      breaker: new ConsecutiveBreaker(failuresToOpen),
    });
    this.breaker.onBreak(() => logger.warn(this.named(this.leftAlone())));
  }

  telemetry(): SourceTelemetry {
    return {
      requests: this.requests,
      breaker: breakerStates[this.breaker.state],
    };
  }

  /** How long an answer may take. */
  get timeoutSeconds(): number {
    return this.instance.timeoutMs / 1000;
  }

  /** See {@link ServerClock.skewSeconds}. */
  clockSkewSeconds(): number | undefined {
    return this.clock.skewSeconds();
  }

  /**
   * Asks an endpoint: POST with a form body, GET where only that is known. Who
   * asks the same while it is under way gets the same answer.
   */
  ask(
    method: 'GET' | 'POST',
    path: string,
    form: URLSearchParams,
    signal: AbortSignal,
  ): Promise<PrometheusAnswer> {
    return this.flights.do(`${method} ${path} ${form}`, signal, inner =>
      this.askAlone(method, path, form, inner),
    );
  }

  private askAlone(
    method: 'GET' | 'POST',
    path: string,
    form: URLSearchParams,
    signal: AbortSignal,
  ): Promise<PrometheusAnswer> {
    return this.limit(async () => {
      signal.throwIfAborted();
      try {
        this.backoff.check(performance.now());
        return await this.breaker.execute(() =>
          this.send(method, path, form, signal),
        );
      } catch (error) {
        throw this.explain(error);
      }
    });
  }

  private async send(
    method: 'GET' | 'POST',
    path: string,
    form: URLSearchParams,
    signal: AbortSignal,
  ): Promise<PrometheusAnswer> {
    const { timeoutMs } = this.instance;
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
      this.clock.observe(response.headers, askedAt, Date.now());
      const answer = understand(response, await readBody(response));
      this.backoff.succeeded();
      return answer;
    } catch (error) {
      // The caller gave up: that says nothing about the instance.
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

  /** Parameters of the instance stand in the address, where proxies look. */
  private address(
    method: 'GET' | 'POST',
    path: string,
    form: URLSearchParams,
  ): string {
    const { baseUrl, queryParameters } = this.instance;
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
      return new PrometheusError('not_asked', this.named(this.leftAlone()));
    }
    return error instanceof PrometheusError
      ? new PrometheusError(
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
    return `Prometheus "${this.instance.name}" at ${this.instance.baseUrl} ${predicate}`;
  }
}

/** Bodies are text/plain for some errors, so only what is JSON is parsed. */
function understand(response: HttpAnswer, body: string): PrometheusAnswer {
  const answer = answerSchema.safeParse(parseJson(body));
  if (answer.success && answer.data.status === 'error') {
    throw apiFailure(response, answer.data);
  }
  if (!response.ok) {
    throw statusFailure(response, body);
  }
  if (!answer.success || answer.data.status === 'error') {
    throw malformed('answered with something else than the API does', body);
  }
  const warnings = answer.data.warnings ?? [];
  return { data: answer.data.data, warnings: warnings.filter(isWarning) };
}

/** Before 2.54, remarks on the query came as warnings; no data is missing then. */
function isWarning(text: string): boolean {
  return !text.startsWith('PromQL info:');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
