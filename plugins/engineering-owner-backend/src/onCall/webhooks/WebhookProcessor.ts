import { LoggerService } from '@backstage/backend-plugin-api';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { OnCallSource } from '@engineering-owner/backstage-plugin-node';
import pLimit from 'p-limit';
import { describeFailure } from '../../ingest/describeFailure';
import { sourceId } from '../../sources/sourceId';
import { processDeliveries, ProcessOptions } from './processDeliveries';

const LONGEST_RUN_MS = 45_000;

/**
 * Reads again what webhooks name as soon as they come, one run of an account at
 * a time, so that an earlier reading never overwrites a later one.
 */
export class WebhookProcessor {
  readonly #options: ProcessOptions & { logger: LoggerService };
  readonly #turns = new Map<string, pLimit.Limit>();

  constructor(options: ProcessOptions & { logger: LoggerService }) {
    this.#options = options;
  }

  /** Lets a run follow, unless one waits for its turn and will see to it. */
  wake(source: OnCallSource): void {
    if (this.#turnsOf(source).pendingCount > 0) {
      return;
    }
    // The time of a run begins with its turn, not while it waits.
    const run = this.#turnsOf(source)(() =>
      this.#process(source, AbortSignal.timeout(LONGEST_RUN_MS)),
    );
    run.catch(error =>
      this.#options.logger.warn(
        `What webhooks of ${sourceId(
          source.source,
        )} name was not read again yet: ${describeFailure(error)}`,
      ),
    );
  }

  /** One run, after those before it. */
  run(source: OnCallSource, signal: AbortSignal): Promise<Problem[]> {
    return this.#turnsOf(source)(() => this.#process(source, signal));
  }

  #process(source: OnCallSource, signal: AbortSignal): Promise<Problem[]> {
    return processDeliveries(source, this.#options, signal);
  }

  #turnsOf({ source }: OnCallSource): pLimit.Limit {
    const id = sourceId(source);
    const turns = this.#turns.get(id) ?? pLimit(1);
    this.#turns.set(id, turns);
    return turns;
  }
}
