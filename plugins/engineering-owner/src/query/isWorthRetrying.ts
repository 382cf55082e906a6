import { ResponseError } from '@backstage/errors';

/**
 * Once more after a broken connection or a failing server; what the caller may
 * not see or what does not exist stays so.
 */
export function isWorthRetrying(failures: number, error: Error): boolean {
  const refused = error instanceof ResponseError && error.statusCode < 500;
  return !refused && failures < 1;
}
