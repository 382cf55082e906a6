import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  onCallSignal,
  onCallSignalChannel,
  OnCallServiceRef,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { describeFailure } from '../../ingest/describeFailure';

/** What changes meanwhile is told together: a storm is two messages a second. */
const REST_MS = 500;

/**
 * Tells open pages that something of services changed, so that they need not
 * wait until they ask. Nothing depends on it: a message may be lost, and where
 * the portal has no signals nobody hears it.
 */
export class OnCallSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  #changed: OnCallServiceRef[] = [];
  #rests = false;
  #failing = false;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** Something of these services of an account changed, and is stored. */
  changed(source: SourceRef, serviceIds: Iterable<string>): void {
    for (const id of new Set(serviceIds)) {
      this.#changed.push({ source, id });
    }
    if (!this.#rests) {
      this.#tell();
    }
  }

  #tell(): void {
    this.#rests = this.#changed.length > 0;
    if (!this.#rests) {
      return;
    }
    const message = onCallSignal(this.#changed);
    this.#changed = [];
    setTimeout(() => this.#tell(), REST_MS).unref();
    this.#publish(message).catch(error => {
      if (!this.#failing) {
        this.#failing = true;
        this.#logger.warn(
          `Open pages could not be told of a change, and show it when they ask next: ${describeFailure(
            error,
          )}`,
        );
      }
    });
  }

  async #publish(message: ReturnType<typeof onCallSignal>): Promise<void> {
    await this.#signals.publish({
      recipients: { type: 'broadcast' },
      channel: onCallSignalChannel,
      message,
    });
    this.#failing = false;
  }
}
