import { UpstreamError } from './UpstreamError';
import { HttpAnswer } from './Transport';

/** A body this large parses in about a quarter of a second; more would hold up every other request. */
export const largestBody = 16 * 1024 * 1024;

/**
 * Reads a body as text, at most `limit` bytes. A larger one is cut off while it
 * still arrives, so that it costs neither memory nor time.
 */
export async function readBody(
  response: Pick<HttpAnswer, 'body'>,
  options: { limit?: number; whenTooLarge: string },
): Promise<string> {
  const { limit = largestBody, whenTooLarge } = options;
  const reader = response.body?.getReader();
  if (!reader) {
    return '';
  }
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !value) {
        return text + decoder.decode();
      }
      bytes += value.byteLength;
      if (bytes > limit) {
        throw new UpstreamError(
          'too_large',
          `answered with more than ${Math.floor(
            limit / 1024 / 1024,
          )} MiB; ${whenTooLarge}`,
        );
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
