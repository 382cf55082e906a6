/** As many places as an entity may name; one more tells that there are more. */
const mostResults = 21;

const braces = /\{([^{}]*,[^{}]*)\}/;

/**
 * The locations that `slos/{a,b}.yaml` stands for, as shells expand it; a
 * location without braces is itself. Ends after a few, since braces multiply.
 */
export function expandBraces(location: string): string[] {
  const expanded: string[] = [];
  const waiting = [location];
  while (waiting.length > 0 && expanded.length < mostResults) {
    const next = waiting.shift() ?? '';
    const match = braces.exec(next);
    if (!match) {
      expanded.push(next);
      continue;
    }
    const before = next.slice(0, match.index);
    const after = next.slice(match.index + match[0].length);
    const choices = match[1].split(',').slice(0, mostResults);
    waiting.unshift(
      ...choices.map(choice => `${before}${choice.trim()}${after}`),
    );
  }
  return expanded;
}
