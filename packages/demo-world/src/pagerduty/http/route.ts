import { delay, http, HttpHandler, HttpResponse } from 'msw';
import { PagerDutyState } from '../state';
import { ApiError, invalidInput } from './apiError';
import { Endpoint } from './endpoint';
import { faultyAnswer, refusal } from './faultyAnswer';
import { Query } from './query';

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw invalidInput('The body is not JSON');
  }
}

async function respond(
  state: PagerDutyState,
  endpoint: Endpoint,
  request: Request,
  id: string,
): Promise<Response> {
  const url = new URL(request.url);
  const faults = state.faults.hitting(url.pathname);
  for (const fault of faults) {
    if (fault.kind === 'slow') {
      await delay(fault.milliseconds);
    }
  }
  const now = state.now();
  const withinLimit = state.rateLimit.take(now);
  const headers = state.rateLimit.headers(now);
  for (const fault of faults) {
    const answer = faultyAnswer(fault, endpoint.scope, headers);
    if (answer) {
      return answer;
    }
  }
  try {
    if (!withinLimit) {
      throw new ApiError(429, 2020, 'Rate Limit Exceeded');
    }
    state.authentication.check(
      request.headers.get('authorization'),
      endpoint.scope,
      now,
    );
    const { status, body } = await endpoint.answer({
      now,
      query: new Query(url.searchParams),
      id,
      json: () => jsonOf(request),
      header: name => request.headers.get(name),
    });
    return HttpResponse.json(body, { status: status ?? 200, headers });
  } catch (error) {
    if (error instanceof ApiError) {
      return refusal(error, headers);
    }
    throw error;
  }
}

/**
 * The path on any host, and nothing longer: msw's own wildcard would answer
 * `/analytics/raw/incidents` as `/incidents`.
 */
export function onAnyHost(path: string): RegExp {
  const pattern = path.replace(/:id/g, '([^/]+)');
  return new RegExp(`^https?://[^/]+${pattern}$`);
}

/** Makes an endpoint a handler: faults, limits, rights, answer, bookkeeping. */
export function route(state: PagerDutyState, endpoint: Endpoint): HttpHandler {
  return http[endpoint.method](
    onAnyHost(endpoint.path),
    async ({ request, params }) => {
      const id = typeof params[0] === 'string' ? params[0] : '';
      const response = await respond(state, endpoint, request, id);
      const url = new URL(request.url);
      state.requests.record({
        at: state.now(),
        method: request.method,
        path: url.pathname,
        query: url.search.slice(1),
        status: response.status,
      });
      return response;
    },
  );
}
