import { readFile } from 'fs/promises';
import { isError } from '@backstage/errors';
import { UpstreamError } from './UpstreamError';

/**
 * The text of a file that the configuration names. Its content is nobody's
 * business, so a failure tells the key and the path only.
 *
 * @throws UpstreamError when it cannot be read or is empty.
 */
export async function readFileOf(key: string, path: string): Promise<string> {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).trim();
  } catch (error) {
    const code =
      isError(error) && typeof error.code === 'string' ? error.code : 'unknown';
    throw unusable(key, path, `cannot be read (${code})`);
  }
  if (text === '') {
    throw unusable(key, path, 'is empty');
  }
  return text;
}

export function unusable(key: string, path: string, why: string) {
  return new UpstreamError(
    'unauthorized',
    `cannot be asked: the file ${JSON.stringify(path)} of ${key} ${why}`,
  );
}
