import { getResponse } from 'msw';
import { createPagerDutyHandlers } from '../handlers/handlers';
import { PagerDutyState } from '../state';

/** What a test sends beside method and path. */
export interface Sending {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** The body parsed no further, e.g. a form. */
  raw?: string;
}

/** An answer with its body read. */
export interface Received {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** Asks the handlers of a state without a server; with the token `demo`. */
export async function ask(
  state: PagerDutyState,
  path: string,
  { method = 'GET', body, headers = {}, raw }: Sending = {},
): Promise<Received> {
  const response = await getResponse(
    createPagerDutyHandlers(state),
    new Request(`https://api.pagerduty.com${path}`, {
      method,
      headers: { authorization: 'Token token=demo', ...headers },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    }),
  );
  if (!response) {
    throw new Error(`Nothing answers ${method} ${path}`);
  }
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: parsed(text),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
