/**
 * Whether warnings tell that data may be missing from an answer. What Prometheus
 * remarks on the query itself, such as that it mixes histograms with numbers, is
 * about what it means: all data was there.
 */
export function tellOfMissingData(warnings: readonly string[]): boolean {
  return warnings.some(text => !text.startsWith('PromQL warning:'));
}
