import { HttpResponse } from 'msw';
import { ApiError } from './apiError';
import { missingScope } from './authentication';
import { RequestFault } from './faults';

/** A refusal as PagerDuty sends it. */
export function refusal(
  error: ApiError,
  headers: Record<string, string>,
): Response {
  return HttpResponse.json(error.body(), { status: error.status, headers });
}

/** What a fault answers instead; undefined when it lets the request pass. */
export function faultyAnswer(
  fault: RequestFault,
  scope: string,
  headers: Record<string, string>,
): Response | undefined {
  switch (fault.kind) {
    case 'rate_limited':
      return refusal(new ApiError(429, 2020, 'Rate Limit Exceeded'), {
        ...headers,
        'ratelimit-remaining': '0',
      });
    case 'rate_limited_bare':
      return new HttpResponse(null, { status: 429 });
    case 'server_error':
      return refusal(
        new ApiError(fault.status, 2000, 'Internal Server Error'),
        headers,
      );
    case 'missing_scope':
      return refusal(missingScope(scope), headers);
    case 'missing_ability':
      return refusal(
        new ApiError(402, 2012, 'Account does not have the abilities'),
        headers,
      );
    case 'revoked_token':
      return refusal(new ApiError(401, 2006, 'Authentication failed'), headers);
    case 'malformed_json':
      return new HttpResponse('{"this is": not JSON', {
        headers: { ...headers, 'content-type': 'application/json' },
      });
    default:
      return undefined;
  }
}
