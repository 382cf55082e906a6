import { CustomErrorBase } from '@backstage/errors';

/**
 * Why a request brought no answer. `rejected` is the request's own fault; all
 * others are the server's.
 *
 * @public
 */
export type UpstreamErrorKind =
  | 'unreachable'
  | 'timeout'
  | 'rejected'
  | 'overloaded'
  | 'failed'
  | 'unauthorized'
  | 'malformed'
  | 'too_large'
  | 'contradictory'
  | 'not_asked';

/**
 * A request that failed, with the server's own words where it said something.
 *
 * @public
 */
export class UpstreamError extends CustomErrorBase {
  override name = 'UpstreamError' as const;

  constructor(
    readonly kind: UpstreamErrorKind,
    message: string,
    readonly retryAfterSeconds?: number,
    cause?: unknown,
  ) {
    super(message, cause);
  }
}
