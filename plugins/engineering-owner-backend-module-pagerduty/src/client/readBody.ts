/** No answer we ask for is nearly as long: 100 rows of a few kilobytes. */
const LONGEST_BODY = 20 * 1024 * 1024;

/** An answer longer than anything we ask for. */
export class BodyTooLongError extends Error {
  readonly name = 'BodyTooLongError';
}

/**
 * Reads a body as text, but not without end.
 *
 * @throws {@link BodyTooLongError}
 */
export async function readBody(response: Response): Promise<string> {
  if (!response.body) {
    return '';
  }
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > LONGEST_BODY) {
      throw new BodyTooLongError(`over ${LONGEST_BODY} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
