import { LoggerService } from '@backstage/backend-plugin-api';
import { Problem } from '@engineering-owner/backstage-plugin-common';

/** One wrong place in app-config. */
export type ConfigMistake = {
  /** The config key, for example `engineeringOwner.slos.templates[2].objective`. */
  place: string;
  /** What would be right. */
  expected: string;
  error?: unknown;
} & (
  | {
      /** Quoted. */
      value: unknown;
    }
  | {
      /** Of a whole section, see {@link kindOfValue}. */
      kind: string;
    }
);

/**
 * Gathers what is wrong in the plugin's configuration. Nothing here throws: a
 * wrong entry disables itself, is logged at start and shown in `/sources`,
 * since a throw at start would keep the whole portal from becoming ready.
 */
export class ConfigProblems {
  readonly #logger: LoggerService;
  readonly #problems: Problem[] = [];

  constructor(options: { logger: LoggerService }) {
    this.#logger = options.logger;
  }

  add(mistake: ConfigMistake): void {
    const reason =
      mistake.error instanceof Error ? ` (${mistake.error.message})` : '';
    const shown =
      'kind' in mistake
        ? mistake.kind
        : shorten(JSON.stringify(mistake.value) ?? 'nothing');
    const message = `${mistake.place} is ${shown}${reason}; expected ${mistake.expected}`;
    this.addProblem({
      code: 'config_invalid',
      severity: 'error',
      message,
      params: { place: mistake.place },
    });
  }

  /** Adds a problem that was already put into words; the same one only once. */
  addProblem(problem: Problem): void {
    if (this.#problems.some(({ message }) => message === problem.message)) {
      return;
    }
    this.#problems.push(problem);
    this.#logger.error(problem.message);
  }

  list(): Problem[] {
    return [...this.#problems];
  }
}

/**
 * What stands in place of a section or a list of entries. It is not quoted: put
 * there by mistake, it may hold what belongs further down, tokens among it.
 */
export function kindOfValue(value: unknown): string {
  if (value === undefined || value === null) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' ? 'a section of keys' : `a ${typeof value}`;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
