const written = new Map([
  ['NaN', NaN],
  ['+Inf', Infinity],
  ['Inf', Infinity],
  ['-Inf', -Infinity],
]);

/**
 * A sample's value, which Prometheus writes as text. `Number("+Inf")` would be
 * NaN, hence the table.
 */
export function sampleValue(text: string): number {
  return written.get(text) ?? (text.trim() === '' ? NaN : Number(text));
}
