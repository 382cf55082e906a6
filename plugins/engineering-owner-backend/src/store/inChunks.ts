/**
 * Cuts a list so that one statement stays below the parameter limits of SQLite
 * (32,766) and PostgreSQL (65,535) with up to fifteen columns.
 */
export function inChunks<T>(items: readonly T[], size = 2000): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
