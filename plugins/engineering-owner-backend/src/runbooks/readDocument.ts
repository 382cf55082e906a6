import { UrlReaderService } from '@backstage/backend-plugin-api';
import { LARGEST_RUNBOOK_BYTES } from '@engineering-owner/backstage-plugin-common';
import { readText, TextRead } from '../documents/readText';
import { isMarkdown } from './isMarkdown';

/** What came of asking for a document. */
export type DocumentRead = TextRead | { kind: 'not_markdown' };

/**
 * Reads a runbook through the platform's reader of addresses, which decides
 * what this portal may read.
 *
 * @throws only when the signal aborts
 */
export async function readDocument(
  urlReader: UrlReaderService,
  options: { url: string; etag?: string; signal: AbortSignal },
): Promise<DocumentRead> {
  const read = await readText(urlReader, {
    ...options,
    mostBytes: LARGEST_RUNBOOK_BYTES,
  });
  return read.kind === 'text' && !isMarkdown(read.text)
    ? { kind: 'not_markdown' }
    : read;
}
