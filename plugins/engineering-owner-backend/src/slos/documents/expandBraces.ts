const mostResults = 20;

/**
 * The locations that `slos/{a,b}.yaml` stands for, as shells expand it; a
 * location without braces is itself. Nested braces stay as they are.
 */
export function expandBraces(location: string): string[] {
  const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(location);
  if (!match) {
    return [location];
  }
  const [, before, choices, after] = match;
  return choices
    .split(',')
    .slice(0, mostResults)
    .flatMap(choice => expandBraces(`${before}${choice.trim()}${after}`))
    .slice(0, mostResults);
}
