import { Config } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { ConfigProblems, kindOfValue } from '../sources/ConfigProblems';

/**
 * The value at a key. The platform's reader throws where a section above the
 * key is a list or a text; that section is told, and the key counts as absent.
 */
export function readOptional(
  config: Config,
  key: string,
  problems: ConfigProblems,
): JsonValue | undefined {
  try {
    return config.getOptional(key);
  } catch {
    problems.add({
      ...closestReadable(config, key),
      expected: 'a section of keys; its defaults are used instead',
    });
    return undefined;
  }
}

function closestReadable(
  config: Config,
  key: string,
): { place: string; kind: string } {
  const parts = key.split('.');
  while (parts.length > 1) {
    parts.pop();
    const place = parts.join('.');
    try {
      return { place, kind: kindOfValue(config.getOptional(place)) };
    } catch {
      // The mistake is further up.
    }
  }
  return { place: key, kind: kindOfValue(undefined) };
}
