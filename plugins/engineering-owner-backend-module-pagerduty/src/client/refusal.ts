import { z } from 'zod';
import { Account } from '../config/Account';
import { PagerDutyError } from './PagerDutyError';
import { scopeOf } from './scopes';

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
  path: string;
  status: number;
  body: string;
  resetSeconds?: number;
}): PagerDutyError {
  const { account, asked, status, body, resetSeconds } = request;
  const message = [
    `PagerDuty account "${account.name}": ${asked} answered ${status}${quote(
      body,
    )}`,
    advice(request),
  ]
    .filter(part => part !== undefined)
    .join('. ');
  return new PagerDutyError(message, {
    failure: 'refused',
    status,
    resetSeconds,
  });
}

/** PagerDuty's own words, or the beginning of whatever else was sent. */
function quote(body: string): string {
  const parsed = errorBody.safeParse(asJson(body));
  if (!parsed.success) {
    const beginning = body.trim().slice(0, 120);
    return beginning === '' ? '' : ` (${JSON.stringify(beginning)})`;
  }
  const { message, code, errors = [] } = parsed.data.error;
  const words = [message, ...errors].filter(Boolean).join(': ');
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
      const scope = scopeOf(path);
      const missing = scope ? `the scope ${scope}` : 'a scope';
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
