import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ReadFailure, readFailureOf } from './readFailure';
import { documentTimeoutMs } from './readText';
import { untilAborted } from './untilAborted';

/** A file that a pattern found; without its text where it is too large. */
export interface FoundText {
  url: string;
  text?: string;
}

/** What came of looking for files. */
export type TextSearch =
  | { kind: 'files'; files: FoundText[]; more: boolean; etag?: string }
  | ReadFailure;

/**
 * Finds the files of a pattern through the platform's reader of addresses.
 *
 * @throws only when the signal aborts
 */
export async function findTexts(
  urlReader: UrlReaderService,
  options: {
    pattern: string;
    etag?: string;
    mostFiles: number;
    mostBytes: number;
    signal: AbortSignal;
  },
): Promise<TextSearch> {
  const { signal } = options;
  // A whole repository may have to be looked through.
  const limited = AbortSignal.any([
    signal,
    AbortSignal.timeout(3 * documentTimeoutMs),
  ]);
  try {
    return await untilAborted(
      limited,
      search(urlReader, { ...options, signal: limited }),
    );
  } catch (error) {
    signal.throwIfAborted();
    return readFailureOf(error);
  }
}

async function search(
  urlReader: UrlReaderService,
  options: {
    pattern: string;
    etag?: string;
    mostFiles: number;
    mostBytes: number;
    signal: AbortSignal;
  },
): Promise<TextSearch> {
  const { pattern, etag, mostFiles, mostBytes, signal } = options;
  const response = await urlReader.search(pattern, {
    signal,
    ...(etag !== undefined && { etag }),
  });
  const found = [...response.files].sort((a, b) => (a.url < b.url ? -1 : 1));
  const files: FoundText[] = [];
  for (const file of found.slice(0, mostFiles)) {
    const bytes = await file.content();
    files.push({
      url: file.url,
      ...(bytes.length <= mostBytes && { text: bytes.toString('utf8') }),
    });
  }
  return {
    kind: 'files',
    files,
    more: found.length > mostFiles,
    ...(response.etag && { etag: response.etag }),
  };
}
