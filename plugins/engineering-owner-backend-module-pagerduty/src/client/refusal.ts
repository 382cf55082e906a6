import { z } from 'zod';
import { Account } from '../config/Account';
import { PagerDutyError } from './PagerDutyError';
import { scopeOf, writeScope } from './scopes';

/** `{error: {message, code, errors}}`; newer endpoints give `errors` as an object. */
const errorBody = z.object({
  error: z.object({
    message: z.string().optional().catch(undefined),
    code: z.number().optional().catch(undefined),
    errors: z
      .union([
        z.array(z.string()),
        z
          .record(z.string(), z.array(z.string()))
          .transform(errors =>
            Object.entries(errors).map(
              ([key, reasons]) => `${key}: ${reasons.join(', ')}`,
            ),
          ),
      ])
      .optional()
      .catch(undefined),
  }),
});

/** Turns an answer that says no into an error that says what to do. */
export function refusal(request: {
  account: Account;
  /** `GET /incidents` */
  asked: string;
  /** `GET` if left out. */
  method?: string;
  path: string;
  status: number;
  body: string;
  resetSeconds?: number;
}): PagerDutyError {
  const { account, asked, status, body, resetSeconds } = request;
  const said = errorOf(body);
  const message = [
    `PagerDuty account "${account.name}": ${asked} answered ${status}${quote(
      body,
      said,
    )}`,
    advice(request),
  ]
    .filter(part => part !== undefined)
    .join('. ');
  return new PagerDutyError(message, {
    failure: 'refused',
    status,
    resetSeconds,
    ...said,
  });
}

/** PagerDuty's number and words for what is wrong, where it sent any. */
function errorOf(body: string): { code?: number; words: string } | undefined {
  const parsed = errorBody.safeParse(asJson(body));
  if (!parsed.success) {
    return undefined;
  }
  const { message, code, errors = [] } = parsed.data.error;
  return { code, words: [message, ...errors].filter(Boolean).join(': ') };
}

/** PagerDuty's own words, or the beginning of whatever else was sent. */
function quote(body: string, said: ReturnType<typeof errorOf>): string {
  if (!said) {
    const beginning = body.trim().slice(0, 120);
    return beginning === '' ? '' : ` (${JSON.stringify(beginning)})`;
  }
  const { code, words } = said;
  return ` (${[code !== undefined && `code ${code}`, words]
    .filter(Boolean)
    .join(', ')})`;
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function advice({
  account,
  method,
  path,
  status,
  resetSeconds,
}: Parameters<typeof refusal>[0]): string | undefined {
  const { place, credentials } = account;
  switch (status) {
    case 401:
      return credentials.type === 'token'
        ? `The token is wrong or was revoked: check ${place}.token`
        : `The OAuth token is not accepted: check ${place}.oauth and that the app is installed in the account`;
    case 402:
      return 'The account does not have the ability that this needs';
    case 403: {
      const scope = scopeOf(path, method);
      const missing = scope ? `the scope ${scope}` : 'a scope';
      if (scope === writeScope && credentials.type === 'token') {
        return `The token of ${place} may only read: acting on incidents needs an API key that is not read-only (an OAuth app would need ${missing})`;
      }
      return credentials.type === 'token'
        ? `The token of ${place} may not read this: use a read-only key of the account, or of a user who may see it (an OAuth app would need ${missing})`
        : `The OAuth app of ${place} lacks ${missing}: add it in PagerDuty`;
    }
    case 429:
      return resetSeconds === undefined
        ? 'The rate limit of the key is used up'
        : `The rate limit of the key is used up for another ${resetSeconds} s`;
    default:
      return undefined;
  }
}
