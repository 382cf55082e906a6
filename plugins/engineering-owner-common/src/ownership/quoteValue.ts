const MAX_QUOTED = 200;

/** A value as a problem quotes it: whole, unless it would flood the page. */
export function quoteValue(value: string): string {
  return value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value;
}
