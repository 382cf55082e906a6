import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
import { Alert } from '@engineering-owner/backstage-plugin-common';
import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import {
  excerpt,
  HttpAnswer,
  malformed,
  readEntries,
  statusFailure,
  UpstreamError,
  UpstreamHttp,
} from '@engineering-owner/backstage-plugin-node/http';
import { z } from 'zod';
import { alertSchema } from '../alerts/alertSchema';
import { silenceSchema } from '../alerts/silenceSchema';
import { AlertmanagerInstance } from '../instances/instance';

const product = 'Alertmanager';

/** The endpoints of the Alertmanager API v2 that are used. */
export class AlertmanagerClient {
  private readonly http: UpstreamHttp;

  constructor(
    private readonly instance: AlertmanagerInstance,
    logger: LoggerService,
  ) {
    this.http = new UpstreamHttp(instance, {
      product,
      whenTooLarge:
        'read fewer alerts by the key filter, for example filter: [severity!="info"]',
      logger,
    });
  }

  telemetry() {
    return this.http.telemetry();
  }

  /** Current alerts, suppressed ones too. */
  alerts(options: ReadOptions): Promise<Alert[]> {
    const form = new URLSearchParams([
      ...['active', 'silenced', 'inhibited', 'unprocessed'].map(state => [
        state,
        'true',
      ]),
      ...this.instance.filter.map(matcher => ['filter', matcher]),
    ]);
    return this.list('/api/v2/alerts', form, alertSchema, options);
  }

  /** Silences, expired ones too. */
  silences(options: ReadOptions) {
    const form = new URLSearchParams();
    return this.list('/api/v2/silences', form, silenceSchema, options);
  }

  private list<T>(
    path: string,
    form: URLSearchParams,
    schema: z.ZodType<T>,
    { signal, onProblem }: ReadOptions,
  ): Promise<T[]> {
    return this.http.ask(
      { method: 'GET', path, form },
      (answer, body) =>
        readEntries(understand(answer, body), schema, path, onProblem),
      signal,
    );
  }
}

/** A list in JSON, or an error: text/plain for some, a text in JSON for others. */
function understand(answer: HttpAnswer, body: string): JsonValue[] {
  const said = parseJson(body);
  if (answer.status === 400 || answer.status === 422) {
    throw new UpstreamError(
      'rejected',
      `refused the request (${answer.status}): ${excerpt(errorOf(said, body))}`,
    );
  }
  if (!answer.ok) {
    throw statusFailure(answer, errorOf(said, body), product);
  }
  if (!Array.isArray(said)) {
    throw malformed(
      'answered with something else than the API does',
      body,
      product,
    );
  }
  return said;
}

function errorOf(said: JsonValue | undefined, body: string): string {
  if (typeof said === 'string') {
    return said;
  }
  const message =
    typeof said === 'object' && said !== null && !Array.isArray(said)
      ? said.message
      : undefined;
  return typeof message === 'string' ? message : body;
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
