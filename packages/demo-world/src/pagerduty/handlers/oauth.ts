import { delay, http, HttpHandler, HttpResponse } from 'msw';
import { ApiError } from '../http/apiError';
import { faultyAnswer, refusal } from '../http/faultyAnswer';
import { onAnyHost } from '../http/route';
import { PagerDutyState } from '../state';

async function respond(
  state: PagerDutyState,
  request: Request,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const fault of state.faults.hitting(pathname)) {
    if (fault.kind === 'slow') {
      await delay(fault.milliseconds);
    }
    const answer = faultyAnswer(fault, 'oauth', {});
    if (answer) {
      return answer;
    }
  }
  try {
    const form = new URLSearchParams(await request.text());
    return HttpResponse.json(state.authentication.issue(form, state.now()));
  } catch (error) {
    if (error instanceof ApiError) {
      return refusal(error, {});
    }
    throw error;
  }
}

/** `POST /oauth/token` of the identity host; it needs no token itself. */
export function oauthHandlers(state: PagerDutyState): HttpHandler[] {
  return [
    http.post(onAnyHost('/oauth/token'), async ({ request }) => {
      const response = await respond(state, request);
      state.requests.record({
        at: state.now(),
        method: 'POST',
        path: new URL(request.url).pathname,
        query: '',
        status: response.status,
      });
      return response;
    }),
  ];
}
