import { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { LARGEST_RUNBOOK_BYTES } from '@engineering-owner/backstage-plugin-common';
import { isMarkdown } from './isMarkdown';

/** What came of asking for a document. */
export type DocumentRead =
  | { kind: 'text'; text: string; etag?: string }
  | { kind: 'not_modified' }
  | { kind: 'not_found' | 'not_allowed' | 'too_large' | 'not_markdown' }
  | { kind: 'unreadable'; error: string };

/** A host that does not answer must not hold up the others. */
const timeoutMs = 20_000;

/**
 * Reads a document through the platform's reader of addresses, which decides
 * what this portal may read.
 *
 * @throws only when the signal aborts
 */
export async function readDocument(
  urlReader: UrlReaderService,
  options: { url: string; etag?: string; signal: AbortSignal },
): Promise<DocumentRead> {
  const { url, etag, signal } = options;
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    return await untilAborted(limited, read(urlReader, url, etag, limited));
  } catch (error) {
    signal.throwIfAborted();
    return failureOf(error);
  }
}

async function read(
  urlReader: UrlReaderService,
  url: string,
  etag: string | undefined,
  signal: AbortSignal,
): Promise<DocumentRead> {
  const response = await urlReader.readUrl(url, {
    signal,
    ...(etag !== undefined && { etag }),
  });
  const bytes = response.stream
    ? await readAtMost(response.stream(), LARGEST_RUNBOOK_BYTES)
    : await response.buffer();
  if (bytes.length > LARGEST_RUNBOOK_BYTES) {
    return { kind: 'too_large' };
  }
  const text = bytes.toString('utf8');
  if (!isMarkdown(text)) {
    return { kind: 'not_markdown' };
  }
  return { kind: 'text', text, ...(response.etag && { etag: response.etag }) };
}

/** Leaving the loop ends the stream, so what is too large is not downloaded. */
async function readAtMost(
  stream: AsyncIterable<Buffer | string>,
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > limit) {
      break;
    }
  }
  return Buffer.concat(chunks);
}

/** Not every reader listens to its signal. */
async function untilAborted<T>(
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function failureOf(error: unknown): DocumentRead {
  const name = isError(error) ? error.name : '';
  switch (name) {
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
