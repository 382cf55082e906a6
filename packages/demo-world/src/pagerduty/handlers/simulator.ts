import { http, HttpHandler, HttpResponse } from 'msw';
import { z, ZodError } from 'zod';
import { onAnyHost } from '../http/route';
import { faultSchema } from '../http/faults';
import { PagerDutyState } from '../state';

const clearing = z.strictObject({ clear: z.literal(true) });

const opening = z.strictObject({
  service_id: z.string(),
  title: z.string().min(1),
  urgency: z.enum(['high', 'low']).default('high'),
});

function refused(error: unknown): Response {
  const message =
    error instanceof ZodError
      ? error.issues
          .map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`)
          .join('; ')
      : String(error);
  return HttpResponse.json({ error: { message } }, { status: 400 });
}

async function answering(work: () => Promise<object>): Promise<Response> {
  try {
    return HttpResponse.json(await work());
  } catch (error) {
    return refused(error);
  }
}

/** The simulator's own switches and figures, which need no token. */
export function simulatorHandlers(state: PagerDutyState): HttpHandler[] {
  const requests = () => ({
    total: state.requests.total,
    byPath: state.requests.byPath(),
    recent: state.requests.recent(),
  });
  const faults = () => ({ faults: state.faults.list() });
  return [
    http.get(onAnyHost('/_simulator/health'), () =>
      HttpResponse.json({ status: 'ok' }),
    ),
    http.get(onAnyHost('/_simulator/requests'), () =>
      HttpResponse.json(requests()),
    ),
    http.delete(onAnyHost('/_simulator/requests'), () => {
      state.requests.reset();
      return HttpResponse.json(requests());
    }),
    http.get(onAnyHost('/_simulator/faults'), () =>
      HttpResponse.json(faults()),
    ),
    http.delete(onAnyHost('/_simulator/faults'), () => {
      state.faults.clear();
      return HttpResponse.json(faults());
    }),
    http.post(onAnyHost('/_simulator/faults'), ({ request }) =>
      answering(async () => {
        const body = await request.json();
        if (clearing.safeParse(body).success) {
          state.faults.clear();
        } else {
          state.faults.set(faultSchema.parse(body));
        }
        return faults();
      }),
    ),
    http.get(onAnyHost('/_simulator/truth'), () =>
      HttpResponse.json(state.truth.report()),
    ),
    http.post(onAnyHost('/_simulator/incidents'), ({ request }) =>
      answering(async () => {
        const { service_id, title, urgency } = opening.parse(
          await request.json(),
        );
        return {
          id: state.trigger({ serviceId: service_id, title, urgency }),
        };
      }),
    ),
  ];
}
