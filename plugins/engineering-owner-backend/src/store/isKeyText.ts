/** Of a text column that is searched, in characters. */
export const longestKey = 255;

/**
 * Whether text can be kept in a column that is searched. PostgreSQL refuses
 * more than the column holds, and NUL anywhere, and with one row the whole
 * write; no name, label value or address has control characters.
 */
export function isKeyText(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return text.length <= longestKey && !/[\u0000-\u001f\u007f]/.test(text);
}
