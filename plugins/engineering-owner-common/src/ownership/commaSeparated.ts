/**
 * The entries of a comma-separated list: trimmed, without empty ones and
 * repetitions. A comma inside braces belongs to a glob (`slos/{a,b}.yaml`).
 */
export function commaSeparated(text: string): string[] {
  const entries: string[] = [];
  let entry = '';
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth = Math.max(0, depth - 1);
    if (character === ',' && depth === 0) {
      entries.push(entry);
      entry = '';
    } else {
      entry += character;
    }
  }
  entries.push(entry);
  return [...new Set(entries.map(e => e.trim()))].filter(e => e !== '');
}
