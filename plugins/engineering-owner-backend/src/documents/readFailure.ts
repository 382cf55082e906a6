import { isError } from '@backstage/errors';

/** Why a document was not read. */
export type ReadFailure =
  | { kind: 'not_modified' | 'not_found' | 'not_allowed' }
  | { kind: 'unreadable'; error: string };

/** What an error of the platform's reader of addresses means. */
export function readFailureOf(error: unknown): ReadFailure {
  switch (isError(error) ? error.name : '') {
    case 'NotModifiedError':
      return { kind: 'not_modified' };
    case 'NotFoundError':
      return { kind: 'not_found' };
    case 'NotAllowedError':
      return { kind: 'not_allowed' };
    default:
      return {
        kind: 'unreadable',
        error: error instanceof Error ? error.message : String(error),
      };
  }
}
