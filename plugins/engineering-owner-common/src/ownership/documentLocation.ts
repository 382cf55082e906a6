/**
 * Whether an entry can be the place of a document: an http(s) address, or a
 * path. Any other scheme (`file:`, `javascript:`) and control characters are
 * refused before anybody tries to read or link it.
 */
export function isDocumentLocation(entry: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(entry)) {
    return /^https?:\/\//i.test(entry) && URL.canParse(entry);
  }
  return !/\p{Cc}/u.test(entry);
}
