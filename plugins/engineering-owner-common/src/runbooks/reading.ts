import { Problem } from '../problem';

/**
 * What came of reading a runbook. `no_place`: the path leads to no address;
 * `empty`: there is a document without a word in it; `unchecked`: nothing can
 * be said about it, for the reason given.
 *
 * @public
 */
export type RunbookReading =
  | {
      state: 'read';
      /** The last good read is older: since this time it could not be read again. */
      failingSince?: string;
    }
  | { state: 'no_place' }
  | { state: 'empty' }
  | { state: 'not_found' }
  | { state: 'unchecked'; reason: UncheckedReason };

/**
 * Why nothing can be said about a runbook. `not_allowed`: this portal may not
 * read there; `unreadable`: the host did not answer properly; `not_markdown`: a
 * web page or a binary file.
 *
 * @public
 */
export type UncheckedReason =
  | 'not_read_yet'
  | 'not_allowed'
  | 'unreadable'
  | 'too_large'
  | 'not_markdown';

/**
 * The largest runbook that is read, in bytes.
 *
 * @public
 */
export const LARGEST_RUNBOOK_BYTES = 200_000;

const UNCHECKED: Record<UncheckedReason, Omit<Problem, 'params'>> = {
  not_read_yet: {
    code: 'runbook_not_read_yet',
    severity: 'warning',
    message: 'It was not read yet. New runbooks are read within minutes.',
  },
  not_allowed: {
    code: 'runbook_not_allowed',
    severity: 'warning',
    message:
      'This portal may not read there. Add an integration for the host, or the host to backend.reading.allow.',
  },
  unreadable: {
    code: 'runbook_unreadable',
    severity: 'warning',
    message: 'The host did not answer as expected. It is tried again.',
  },
  too_large: {
    code: 'runbook_too_large',
    severity: 'warning',
    message: `It is larger than ${
      LARGEST_RUNBOOK_BYTES / 1000
    } kB and was not read. Split it: one file for each failure or alert.`,
  },
  not_markdown: {
    code: 'runbook_not_markdown',
    severity: 'warning',
    message:
      'It is a web page or a binary file. Only Markdown is shown; the link stays.',
  },
};

/** What to say about a reading; nothing when all is well. */
export function readingProblem(reading: RunbookReading): Problem | undefined {
  switch (reading.state) {
    case 'no_place':
      return {
        code: 'runbook_no_place',
        severity: 'error',
        message:
          'The path leads nowhere from the file of the entity that names it. Write a path relative to that file, or an http(s) address.',
      };
    case 'empty':
      return {
        code: 'runbook_empty',
        severity: 'error',
        message: 'There is a document, but nothing in it.',
      };
    case 'not_found':
      return {
        code: 'runbook_not_found',
        severity: 'error',
        message: 'There is nothing at this address. Correct or remove it.',
      };
    case 'unchecked':
      return { ...UNCHECKED[reading.reason] };
    default:
      return reading.failingSince
        ? {
            code: 'runbook_not_read_again',
            severity: 'warning',
            message: `It could not be read since ${reading.failingSince}; this is how it was before.`,
            params: { since: reading.failingSince },
          }
        : undefined;
  }
}
