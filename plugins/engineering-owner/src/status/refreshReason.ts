import { ResponseError } from '@backstage/errors';
import type { T } from '../translation';

/** Why the last refresh failed: the backend is gone, or it refuses. */
export function refreshReason(t: T, error: Error): string {
  return error instanceof ResponseError && error.statusCode < 500
    ? error.message
    : t('shared.freshness.unreachable', { reason: error.message });
}
