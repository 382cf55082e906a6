const longest = 100;

/** A value as a message quotes it: as JSON, cut where it would flood the page. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (typeof value === 'object' && value !== null) {
    return value instanceof Date ? 'a timestamp' : 'a mapping';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `a, b or c`. */
export function either(options: readonly string[]): string {
  const last = options.at(-1) ?? '';
  return options.length < 2
    ? last
    : `${options.slice(0, -1).join(', ')} or ${last}`;
}
