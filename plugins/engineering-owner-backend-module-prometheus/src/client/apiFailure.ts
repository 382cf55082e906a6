import {
  excerpt,
  HttpAnswer,
  overloaded,
  UpstreamError,
} from '@engineering-owner/backstage-plugin-node/http';

/** An answer of the API that says what is wrong. */
export function apiFailure(
  response: HttpAnswer,
  answer: { errorType: string; error: string },
): UpstreamError {
  const said = `(${response.status} ${answer.errorType}): ${excerpt(
    answer.error,
  )}`;
  if (response.status === 429) {
    return overloaded(response, said);
  }
  if (answer.errorType === 'timeout' || answer.errorType === 'canceled') {
    return new UpstreamError('timeout', `gave up on the query ${said}`);
  }
  if (response.status === 503) {
    return overloaded(response, said);
  }
  return response.status >= 500
    ? new UpstreamError('failed', `failed ${said}`)
    : new UpstreamError('rejected', `refused the query ${said}`);
}
