import { z } from 'zod';

/** The root of a server: no credentials, no query, no fragment. */
export function rootAddress(example: string) {
  return z.string().superRefine((text, context) => {
    const problem = problemOfAddress(text, example) ?? problemOfRoot(text);
    if (problem) {
      context.addIssue({ code: 'custom', message: problem });
    }
  });
}

/**
 * What is wrong with an address that shall be asked or linked to.
 *
 * @public
 */
export function problemOfAddress(
  text: string,
  example: string,
): string | undefined {
  if (!URL.canParse(text)) {
    return `expected an address such as ${example}`;
  }
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return 'expected an address that begins with http:// or https://';
  }
  return url.username || url.password
    ? 'holds a user name or password; write them under auth'
    : undefined;
}

function problemOfRoot(text: string): string | undefined {
  const url = new URL(text);
  return url.search || url.hash
    ? 'expected an address without ? and #'
    : undefined;
}
