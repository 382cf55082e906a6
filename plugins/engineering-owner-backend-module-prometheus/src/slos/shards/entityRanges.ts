import { Matcher } from '../../promql/selector';
import { escapeRegex } from '../../promql/text';

/**
 * Cuts all values of a label, also those not known yet, into ranges that hold
 * about as many known ones each. Prometheus has no hash of a label's value to
 * divide by, and a list of names would leave out whoever is new and make
 * requests of hundreds of kilobytes; a range is one expression about as long as
 * a name. Two ranges share their border's expression, one with `!~` and one
 * with `=~`, so that every value is in exactly one of them.
 */
export function entityRanges(
  label: string,
  known: readonly string[],
  count: number,
): Matcher[][] {
  const values = [...new Set(known)].map(value => [...value]).sort(byCodePoint);
  const borders: string[] = [];
  for (let i = 1; i < count; i++) {
    const at = Math.round((i * values.length) / count);
    if (at > 0 && at < values.length) {
      const border = atLeast(shortestBetween(values[at - 1], values[at]));
      if (border !== borders.at(-1)) {
        borders.push(border);
      }
    }
  }
  return Array.from({ length: borders.length + 1 }, (_, i): Matcher[] => [
    ...(i > 0
      ? [{ label, operator: '=~' as const, value: borders[i - 1] }]
      : []),
    ...(i < borders.length
      ? [{ label, operator: '!~' as const, value: borders[i] }]
      : []),
  ]);
}

/** An anchored expression (RE2) for all texts from this one on, by code points. */
export function atLeast(border: string): string {
  const characters = [...border];
  const above = characters.flatMap((character, i) => {
    const next = codePoint(character) + 1;
    return next > 0x10ffff
      ? []
      : [
          `${escapeRegex(characters.slice(0, i).join(''))}[\\x{${next.toString(
            16,
          )}}-\\x{10ffff}].*`,
        ];
  });
  return `(?s:${[`${escapeRegex(border)}.*`, ...above].join('|')})`;
}

/** The shortest beginning of the upper value that lies above the lower. */
function shortestBetween(lower: string[], upper: string[]): string {
  const differs = upper.findIndex((character, i) => character !== lower[i]);
  return upper.slice(0, differs + 1).join('');
}

function byCodePoint(a: string[], b: string[]): number {
  const at = a.findIndex((character, i) => character !== b[i]);
  if (at === -1) {
    return a.length - b.length;
  }
  return at < b.length ? codePoint(a[at]) - codePoint(b[at]) : 1;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
