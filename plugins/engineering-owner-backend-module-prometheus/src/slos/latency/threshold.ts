const secondsOf: Record<string, number> = { us: 1e6, ms: 1e3, s: 1 };

/**
 * Seconds of a latency threshold such as `300ms`, `0.3s` or `1s`; undefined
 * when the text is none. A number without a unit is refused, because 300 could
 * be either.
 */
export function parseThreshold(text: string): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)\s*(us|ms|s|m)$/.exec(text.trim());
  if (!parts) {
    return undefined;
  }
  const number = Number(parts[1]);
  // Divided rather than multiplied by 0.001, which would be off in the last digit.
  const seconds = parts[2] === 'm' ? number * 60 : number / secondsOf[parts[2]];
  return seconds > 0 && Number.isFinite(seconds) ? seconds : undefined;
}
