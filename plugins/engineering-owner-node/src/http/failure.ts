import { isError } from '@backstage/errors';
import { UpstreamError } from './UpstreamError';
import { HttpAnswer } from './Transport';

/** The longest piece of somebody else's text that goes into a message. */
const longestExcerpt = 300;

/** What went wrong before there was an answer, or while it arrived. */
export function connectionFailure(
  error: unknown,
  options: { timedOut: boolean; timeoutMs: number },
): UpstreamError {
  if (error instanceof UpstreamError) {
    return error;
  }
  if (options.timedOut) {
    return new UpstreamError(
      'timeout',
      `did not answer within ${options.timeoutMs / 1000} s`,
    );
  }
  return new UpstreamError(
    'unreachable',
    `cannot be reached: ${rootCause(error)}`,
  );
}

/**
 * A status without an answer of the API, as proxies give it.
 *
 * @public
 */
export function statusFailure(
  response: HttpAnswer,
  body: string,
  product: string,
): UpstreamError {
  const { status } = response;
  const said = `(${status}): ${excerpt(body)}`;
  if (status >= 300 && status < 400) {
    return new UpstreamError(
      'failed',
      `answered with a redirect (${status}); redirects are not followed, because they would carry the credentials to another host: set baseUrl to the final address`,
    );
  }
  if (status === 401 || status === 403) {
    return new UpstreamError(
      'unauthorized',
      `does not accept the configured credentials ${said}`,
    );
  }
  if (status === 429 || status === 503) {
    return overloaded(response, said);
  }
  if (status === 404) {
    return new UpstreamError(
      'failed',
      `has no such endpoint ${said}; is baseUrl the root of ${withArticle(
        product,
      )}?`,
    );
  }
  return new UpstreamError(
    status >= 500 ? 'failed' : 'rejected',
    `${status >= 500 ? 'failed' : 'refused the request'} ${said}`,
  );
}

/**
 * A successful answer in another shape than the API's.
 *
 * @public
 */
export function malformed(
  what: string,
  body: string,
  product: string,
): UpstreamError {
  return new UpstreamError(
    'malformed',
    `${what}: ${excerpt(body)}; is baseUrl the root of ${withArticle(
      product,
    )}?`,
  );
}

/** Whether a failure says something about the server, not about the request. */
export function isServersFault(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    error.kind !== 'rejected' &&
    error.kind !== 'too_large' &&
    error.kind !== 'contradictory' &&
    error.kind !== 'not_asked'
  );
}

/**
 * A server that asks to be left alone, for as long as its answer says.
 *
 * @public
 */
export function overloaded(response: HttpAnswer, said: string): UpstreamError {
  return new UpstreamError(
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

/**
 * The beginning of somebody else's text, in quotes and on one line.
 *
 * @public
 */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') {
    return 'an empty body';
  }
  return JSON.stringify(
    line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…` : line,
  );
}

function withArticle(product: string): string {
  return `${/^[aeiou]/i.test(product) ? 'an' : 'a'} ${product}`;
}
