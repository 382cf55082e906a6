import { Problem } from '@engineering-owner/backstage-plugin-common';
import {
  OnCallSource,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { sourceId } from '../../sources/sourceId';

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

  /** Where the clocks of a source and of this host disagree. */
  reportSkew(source: OnCallSource): void {
    const { clockSkewSeconds: skewSeconds } = source.telemetry();
    if (skewSeconds !== undefined) {
      this.report({
        code: 'source_clock_skew',
        severity: 'warning',
        message: `The clock of ${sourceId(source.source)} is ${Math.abs(
          skewSeconds,
        )} s ${
          skewSeconds > 0 ? 'ahead of' : 'behind'
        } the backend's; ages and who is on call are of another time than they say. Set the backend's by NTP`,
        params: { skewSeconds },
      });
    }
  }

  options(signal: AbortSignal): ReadOptions {
    return { signal, onProblem: problem => this.report(problem) };
  }
}
