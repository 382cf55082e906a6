/**
 * What is inside the owner's responsibility, as the entity states it.
 *
 * @public
 */
export type Boundary =
  | { kind: 'text'; text: string }
  | { kind: 'url'; url: string };

/**
 * Reads a boundary. One word that starts like an address has to be http(s),
 * so that nothing else is ever offered as a link; anything with a space in it
 * is a sentence. Undefined: an address of another scheme.
 */
export function parseBoundary(text: string): Boundary | undefined {
  if (/\s/.test(text) || !/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    return { kind: 'text', text };
  }
  return /^https?:\/\//i.test(text) && URL.canParse(text)
    ? { kind: 'url', url: text }
    : undefined;
}
