import { isError, ResponseError } from '@backstage/errors';
import type { T } from '../../translation';

/** Failures of which it is certain that nothing came of them, beside those below 500. */
const NOTHING_DONE = ['ServiceUnavailableError'];

/**
 * Why an action failed, as the backend's own words say it, and whether it may
 * have been carried out all the same.
 */
export function actionFailure(t: T, error: unknown): string {
  if (!(error instanceof ResponseError)) {
    return t('onCall.act.failed.unreachable', {
      reason: isError(error) ? error.message : `${error}`,
    });
  }
  const { name, message: reason } = error.body.error;
  return error.statusCode < 500 || NOTHING_DONE.includes(name)
    ? t('onCall.act.failed.notDone', { reason })
    : t('onCall.act.failed.unknown', { reason });
}
