import { LoggerService } from '@backstage/backend-plugin-api';
import { SourceTelemetry } from '@engineering-owner/backstage-plugin-node';
import {
  HttpAnswer,
  malformed,
  ServerClock,
  statusFailure,
  UpstreamHttp,
} from '@engineering-owner/backstage-plugin-node/http';
import { PrometheusInstance } from '../instances/instance';
import { answerSchema } from './answer';
import { apiFailure } from './apiFailure';
import { SingleFlight } from './SingleFlight';

const product = 'Prometheus';

/** An answer that succeeded, its data not yet understood. */
export interface PrometheusAnswer {
  data: unknown;
  /** What Prometheus warned of: the answer may lack data. */
  warnings: string[];
}

/**
 * Sends requests to one instance. None is repeated here, the next round of the
 * ingest does that: Prometheus goes on with a query that nobody waits for.
 */
export class PrometheusHttp {
  /** The instance's. */
  readonly name: string;
  private readonly clock = new ServerClock();
  private readonly flights = new SingleFlight<PrometheusAnswer>();
  private readonly http: UpstreamHttp;

  constructor(instance: PrometheusInstance, logger: LoggerService) {
    this.name = instance.name;
    this.http = new UpstreamHttp(instance, {
      product,
      whenTooLarge: 'narrow the selector, so that it has fewer series',
      logger,
      onHeaders: (...seen) => this.clock.observe(...seen),
    });
  }

  telemetry(): SourceTelemetry {
    const clockSkewSeconds = this.clockSkewSeconds();
    return {
      ...this.http.telemetry(),
      ...(clockSkewSeconds !== undefined && { clockSkewSeconds }),
    };
  }

  /** How long an answer may take. */
  get timeoutSeconds(): number {
    return this.http.timeoutSeconds;
  }

  /** See `ServerClock`. */
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
      this.http.ask({ method, path, form }, understand, inner),
    );
  }
}

/** Bodies are text/plain for some errors, so only what is JSON is parsed. */
function understand(response: HttpAnswer, body: string): PrometheusAnswer {
  const answer = answerSchema.safeParse(parseJson(body));
  if (answer.success && answer.data.status === 'error') {
    throw apiFailure(response, answer.data);
  }
  if (!response.ok) {
    throw statusFailure(response, body, product);
  }
  if (!answer.success || answer.data.status === 'error') {
    throw malformed(
      'answered with something else than the API does',
      body,
      product,
    );
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
