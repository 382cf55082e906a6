import { Problem } from '@engineering-owner/backstage-plugin-common';
import { ReadOptions } from '@engineering-owner/backstage-plugin-node';

/** A run of many reads may meet the same trouble often; a few say it all. */
const MOST = 10;

/** Gathers what the reads of one run left out. */
export class ReadProblems {
  readonly #byMessage = new Map<string, Problem>();

  get problems(): Problem[] {
    return [...this.#byMessage.values()];
  }

  report(problem: Problem): void {
    if (this.#byMessage.size < MOST) {
      this.#byMessage.set(problem.message, problem);
    }
  }

  options(signal: AbortSignal): ReadOptions {
    return { signal, onProblem: problem => this.report(problem) };
  }
}
