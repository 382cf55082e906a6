import { CustomErrorBase } from '@backstage/errors';

/**
 * Why a request brought no answer. `rejected` is the request's own fault; all
 * others are the instance's.
 */
export type PrometheusErrorKind =
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

/** A request that failed, with Prometheus' own words where it said something. */
export class PrometheusError extends CustomErrorBase {
  override name = 'PrometheusError' as const;

  constructor(
    readonly kind: PrometheusErrorKind,
    message: string,
    readonly retryAfterSeconds?: number,
    cause?: unknown,
  ) {
    super(message, cause);
  }
}
