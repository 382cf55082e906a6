import { RunbookReading } from '@engineering-owner/backstage-plugin-common';
import { StoredDocument } from './DocumentStore';

/** What is known of a document, in the words runbooks are judged by. */
export function readingOf(
  document: StoredDocument | undefined,
): RunbookReading {
  if (!document) {
    return { state: 'unchecked', reason: 'not_read_yet' };
  }
  const { outcome, failingSince } = document;
  switch (outcome) {
    case 'read':
      return { state: 'read', ...(failingSince && { failingSince }) };
    case 'empty':
    case 'not_found':
      return { state: outcome };
    default:
      return { state: 'unchecked', reason: outcome };
  }
}
