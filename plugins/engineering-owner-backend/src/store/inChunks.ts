/**
 * Cuts a list so that one statement can take each part: SQLite inserts rows as
 * a compound select, which ends at 500 of them, and takes 32,766 parameters.
 */
export function inChunks<T>(items: readonly T[], size = 400): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
