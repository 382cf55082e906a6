import { findStoreError } from '../store/storeErrors';

/** What is kept of a message, in characters: it is shown beside every entity. */
const longestMessage = 500;

/**
 * Why something failed, to be kept and shown. What a source said is quoted; a
 * failure of the database is not, since its text holds the statement and the
 * values of other entities.
 */
export function describeFailure(error: unknown): string {
  const refused = findStoreError(error);
  if (refused) {
    const code = refused.code ? ` (${refused.code})` : '';
    return `the database refused to read or keep it${code}`;
  }
  return shortenMessage(error instanceof Error ? error.message : String(error));
}

/** Bounds a message, and takes out what PostgreSQL keeps in no text. */
export function shortenMessage(message: string): string {
  const text = message.replaceAll('\u0000', '');
  return text.length > longestMessage
    ? `${text.slice(0, longestMessage)}…`
    : text;
}
