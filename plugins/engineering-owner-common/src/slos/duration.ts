import { InputError } from '@backstage/errors';

const secondsOf: Record<string, number> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
};

/**
 * Seconds of a duration as Prometheus writes it: numbers with the units `s`,
 * `m`, `h`, `d` and `w`, largest unit first, for example `30d` or `1h30m`.
 *
 * @throws InputError when the text is anything else or its length is zero.
 * @public
 */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+)([smhdw])/g)];
  const wellFormed =
    parts.length > 0 && parts.map(part => part[0]).join('') === text;
  const units = parts.map(part => secondsOf[part[2]]);
  const descending = units.every((unit, i) => i === 0 || unit < units[i - 1]);
  const seconds = parts.reduce(
    (sum, part, i) => sum + Number(part[1]) * units[i],
    0,
  );
  if (!wellFormed || !descending || !Number.isSafeInteger(seconds)) {
    throw new InputError(
      `"${text}" is not a duration; write a number and a unit of s, m, h, d or w, for example 30d`,
    );
  }
  if (seconds === 0) {
    throw new InputError(
      `"${text}" is a duration of zero; write a longer one, for example 30d`,
    );
  }
  return seconds;
}

/**
 * Writes seconds as Prometheus reads them, for example `12d7h30m`. Parts of a
 * second are rounded; never shorter than `1s`.
 *
 * @public
 */
export function formatDuration(seconds: number): string {
  let left = Math.max(1, Math.round(seconds));
  let text = '';
  for (const [unit, length] of [
    ['d', 86400],
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(left / length);
    left -= count * length;
    text += count > 0 ? `${count}${unit}` : '';
  }
  return text;
}
