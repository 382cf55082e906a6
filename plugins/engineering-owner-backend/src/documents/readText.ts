import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ReadFailure, readFailureOf } from './readFailure';
import { untilAborted } from './untilAborted';

/** What came of asking for a text. */
export type TextRead =
  | { kind: 'text'; text: string; etag?: string }
  | { kind: 'too_large' }
  | ReadFailure;

/** A host that does not answer must not hold up the others. */
export const documentTimeoutMs = 20_000;

/**
 * Reads a text through the platform's reader of addresses, which decides what
 * this portal may read.
 *
 * @throws only when the signal aborts
 */
export async function readText(
  urlReader: UrlReaderService,
  options: {
    url: string;
    etag?: string;
    mostBytes: number;
    signal: AbortSignal;
  },
): Promise<TextRead> {
  const { signal } = options;
  const limited = AbortSignal.any([
    signal,
    AbortSignal.timeout(documentTimeoutMs),
  ]);
  try {
    return await untilAborted(
      limited,
      read(urlReader, { ...options, signal: limited }),
    );
  } catch (error) {
    signal.throwIfAborted();
    return readFailureOf(error);
  }
}

async function read(
  urlReader: UrlReaderService,
  options: {
    url: string;
    etag?: string;
    mostBytes: number;
    signal: AbortSignal;
  },
): Promise<TextRead> {
  const { url, etag, mostBytes, signal } = options;
  const response = await urlReader.readUrl(url, {
    signal,
    ...(etag !== undefined && { etag }),
  });
  const bytes = response.stream
    ? await readAtMost(response.stream(), mostBytes)
    : await response.buffer();
  if (bytes.length > mostBytes) {
    return { kind: 'too_large' };
  }
  return {
    kind: 'text',
    text: bytes.toString('utf8'),
    ...(response.etag && { etag: response.etag }),
  };
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
