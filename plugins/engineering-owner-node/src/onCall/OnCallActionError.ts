import { CustomErrorBase } from '@backstage/errors';

/**
 * Why an action was not done.
 *
 * - `unknown_person`: the account has nobody with the person's e-mail address
 * - `not_found`: there is no such incident
 * - `already_resolved`: the incident is over
 * - `invalid`: the account does not take this title, priority, …
 * - `not_permitted`: what the account was configured with may only read
 * - `rate_limited`: too much was asked of the account lately
 * - `unavailable`: the account cannot be reached or fails
 * - `timeout`: no answer in time, and it is not known to have been done
 *
 * @public
 */
export type OnCallActionFailure =
  | 'unknown_person'
  | 'not_found'
  | 'already_resolved'
  | 'invalid'
  | 'not_permitted'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout';

/**
 * An action that was not done, or is not known to have been. The message says
 * what would be right, to the person who acts.
 *
 * @public
 */
export class OnCallActionError extends CustomErrorBase {
  override name = 'OnCallActionError' as const;

  constructor(
    readonly failure: OnCallActionFailure,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause);
  }
}
