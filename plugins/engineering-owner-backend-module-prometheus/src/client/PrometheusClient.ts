import { z } from 'zod';
import { PrometheusHttp } from './PrometheusHttp';
import {
  alertsSchema,
  labelNamesSchema,
  matrixSchema,
  rulesSchema,
  vectorSchema,
} from './answer';
import { PrometheusError } from './PrometheusError';
import { sampleValue } from './sampleValue';
import { uniqueSamples, uniqueSeries } from './uniqueSeries';

/** Longer ones are refused by proxies, and by nobody's will. */
export const longestQuery = 500_000;

/** Of what is wrong with the shape of an answer so much is told. */
const mostIssues = 3;
const longestDescription = 500;

/** One series at one time. */
export interface Sample {
  labels: Record<string, string>;
  value: number;
}

/** One series over time. */
export interface Series {
  labels: Record<string, string>;
  /** Seconds since the epoch, and the value then. */
  values: Array<[number, number]>;
}

/** What was asked for, and what Prometheus warned of. */
export interface Answered<T> {
  result: T;
  warnings: string[];
}

/** The endpoints of the Prometheus API that are used, with typed answers. */
export class PrometheusClient {
  constructor(private readonly http: PrometheusHttp) {}

  telemetry() {
    return this.http.telemetry();
  }

  /** Seconds by which the server's clock is ahead of ours, when it matters. */
  clockSkewSeconds(): number | undefined {
    return this.http.clockSkewSeconds();
  }

  /** Evaluates a query at a time. */
  async query(
    query: string,
    at: Date,
    signal: AbortSignal,
  ): Promise<Answered<Sample[]>> {
    const form = this.form(query, { time: seconds(at) });
    const { data, warnings } = await this.http.ask(
      'POST',
      '/api/v1/query',
      form,
      signal,
    );
    const { result } = this.parse(vectorSchema, data, '/api/v1/query');
    const samples = result.map(({ metric, value }) => ({
      labels: metric,
      // A native histogram is no number: whose it is cannot be counted.
      value: value ? sampleValue(value[1]) : NaN,
    }));
    return { result: uniqueSamples(samples), warnings };
  }

  /** Evaluates a query at each step from `from` to `to`, both included. */
  async queryRange(
    query: string,
    range: { from: Date; to: Date; stepSeconds: number },
    signal: AbortSignal,
  ): Promise<Answered<Series[]>> {
    const form = this.form(query, {
      start: seconds(range.from),
      end: seconds(range.to),
      step: String(range.stepSeconds),
    });
    const { data, warnings } = await this.http.ask(
      'POST',
      '/api/v1/query_range',
      form,
      signal,
    );
    const { result } = this.parse(matrixSchema, data, '/api/v1/query_range');
    const series = result.map(
      ({ metric, values = [], histograms = [] }): Series => ({
        labels: metric,
        values: [
          ...values.map(([time, value]): [number, number] => [
            time,
            sampleValue(value),
          ]),
          ...histograms.map(([time]): [number, number] => [time, NaN]),
        ],
      }),
    );
    return { result: uniqueSeries(series), warnings };
  }

  /** Names of the labels that series matching a selector had in a stretch. */
  async labelNames(
    selector: string,
    stretch: { from: Date; to: Date },
    signal: AbortSignal,
  ): Promise<string[]> {
    const form = new URLSearchParams({
      'match[]': selector,
      start: seconds(stretch.from),
      end: seconds(stretch.to),
    });
    const { data } = await this.http.ask(
      'POST',
      '/api/v1/labels',
      form,
      signal,
    );
    return this.parse(labelNamesSchema, data, '/api/v1/labels');
  }

  /** Current alerts, each still to be understood. */
  async alerts(signal: AbortSignal): Promise<unknown[]> {
    const { data } = await this.http.ask(
      'GET',
      '/api/v1/alerts',
      new URLSearchParams(),
      signal,
    );
    return this.parse(alertsSchema, data, '/api/v1/alerts').alerts;
  }

  /** Groups of alerting rules, each still to be understood. */
  async alertingRules(signal: AbortSignal): Promise<unknown[]> {
    const { data } = await this.http.ask(
      'GET',
      '/api/v1/rules',
      new URLSearchParams({ type: 'alert' }),
      signal,
    );
    return this.parse(rulesSchema, data, '/api/v1/rules').groups;
  }

  private parse<T>(schema: z.ZodType<T>, data: unknown, path: string): T {
    const parsed = schema.safeParse(data);
    if (!parsed.success) {
      throw new PrometheusError(
        'malformed',
        `Prometheus "${
          this.http.name
        }" answered ${path} in an unexpected shape: ${describeShape(
          parsed.error,
        )}`,
      );
    }
    return parsed.data;
  }

  /** The server is told when nobody waits any more, since it would go on. */
  private form(query: string, when: Record<string, string>): URLSearchParams {
    if (query.length > longestQuery) {
      throw new PrometheusError(
        'rejected',
        `was not asked a query of ${query.length} characters; at most ${longestQuery} are sent`,
      );
    }
    const timeout = String(this.http.timeoutSeconds);
    return new URLSearchParams({ query, ...when, timeout });
  }
}

/** Ten thousand series of a wrong shape are wrong for the same reason. */
function describeShape({ issues }: z.ZodError): string {
  const shown = issues
    .slice(0, mostIssues)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ')
    .slice(0, longestDescription);
  const more = issues.length - mostIssues;
  return more > 0 ? `${shown}; and ${more} more` : shown;
}

function seconds(time: Date): string {
  return String(time.getTime() / 1000);
}
