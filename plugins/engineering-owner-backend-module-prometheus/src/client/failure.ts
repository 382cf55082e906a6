import { isError } from '@backstage/errors';
import { PrometheusError } from './PrometheusError';
import { HttpAnswer } from './Transport';

/** The longest piece of somebody else's text that goes into a message. */
const longestExcerpt = 300;

/** What went wrong before there was an answer, or while it arrived. */
export function connectionFailure(
  error: unknown,
  options: { timedOut: boolean; timeoutMs: number },
): PrometheusError {
  if (error instanceof PrometheusError) {
    return error;
  }
  if (options.timedOut) {
    return new PrometheusError(
      'timeout',
      `did not answer within ${options.timeoutMs / 1000} s`,
    );
  }
  return new PrometheusError(
    'unreachable',
    `cannot be reached: ${rootCause(error)}`,
  );
}

/** An answer of the API that says what is wrong. */
export function apiFailure(
  response: HttpAnswer,
  answer: { errorType: string; error: string },
): PrometheusError {
  const said = `(${response.status} ${answer.errorType}): ${excerpt(
    answer.error,
  )}`;
  if (response.status === 429) {
    return overloaded(response, said);
  }
  if (answer.errorType === 'timeout' || answer.errorType === 'canceled') {
    return new PrometheusError('timeout', `gave up on the query ${said}`);
  }
  if (response.status === 503) {
    return overloaded(response, said);
  }
  return response.status >= 500
    ? new PrometheusError('failed', `failed ${said}`)
    : new PrometheusError('rejected', `refused the query ${said}`);
}

/** A status without an answer of the API, as proxies give it. */
export function statusFailure(
  response: HttpAnswer,
  body: string,
): PrometheusError {
  const { status } = response;
  const said = `(${status}): ${excerpt(body)}`;
  if (status >= 300 && status < 400) {
    return new PrometheusError(
      'failed',
      `answered with a redirect (${status}); redirects are not followed, because they would carry the credentials to another host: set baseUrl to the final address`,
    );
  }
  if (status === 401 || status === 403) {
    return new PrometheusError(
      'unauthorized',
      `does not accept the configured credentials ${said}`,
    );
  }
  if (status === 429 || status === 503) {
    return overloaded(response, said);
  }
  if (status === 404) {
    return new PrometheusError(
      'failed',
      `has no such endpoint ${said}; is baseUrl the root of a Prometheus?`,
    );
  }
  return new PrometheusError(
    status >= 500 ? 'failed' : 'rejected',
    `${status >= 500 ? 'failed' : 'refused the request'} ${said}`,
  );
}

/** A successful answer in another shape than the API's. */
export function malformed(what: string, body: string): PrometheusError {
  return new PrometheusError(
    'malformed',
    `${what}: ${excerpt(body)}; is baseUrl the root of a Prometheus?`,
  );
}

/** Whether a failure says something about the instance, not about the request. */
export function isInstancesFault(error: unknown): boolean {
  return (
    error instanceof PrometheusError &&
    error.kind !== 'rejected' &&
    error.kind !== 'too_large' &&
    error.kind !== 'contradictory' &&
    error.kind !== 'not_asked'
  );
}

function overloaded(response: HttpAnswer, said: string): PrometheusError {
  return new PrometheusError(
    'overloaded',
    `is overloaded ${said}`,
    retryAfter(response),
  );
}

function retryAfter(response: HttpAnswer): number | undefined {
  const header = response.headers.get('retry-after')?.trim();
  if (!header) {
    return undefined;
  }
  // Seconds, or the date until when.
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** The innermost cause: `fetch failed` says nothing, `ECONNREFUSED` does. */
function rootCause(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 5 && isError(current); depth++) {
    if (!isError(current.cause)) {
      break;
    }
    current = current.cause;
  }
  if (!isError(current)) {
    return 'unknown cause';
  }
  const code = 'code' in current && current.code;
  const text = current.message || current.name;
  return code && !text.includes(String(code)) ? `${code} ${text}` : text;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') {
    return 'an empty body';
  }
  return JSON.stringify(
    line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…` : line,
  );
}
