/**
 * Whether a text can stand in a header after `Bearer`. Anything else would be
 * refused when the request is sent, with the token in the error.
 */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
