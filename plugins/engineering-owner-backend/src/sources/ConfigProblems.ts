import { LoggerService } from '@backstage/backend-plugin-api';
import { Problem } from '@engineering-owner/backstage-plugin-common';

/** One wrong place in app-config. */
export interface ConfigMistake {
  /** The config key, for example `engineeringOwner.slos.templates[2].objective`. */
  place: string;
  value: unknown;
  /** What would be right. */
  expected: string;
  error?: unknown;
}

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
    const shown = JSON.stringify(mistake.value) ?? 'nothing';
    const message = `${mistake.place} is ${shorten(shown)}${reason}; expected ${
      mistake.expected
    }`;
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

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
