import { SignalPayload, SignalsService } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';

/** Signals that remember what was published. */
export class FakeSignals implements SignalsService {
  readonly published: SignalPayload[] = [];
  /** Throws to make publishing fail. */
  beforePublish: () => void = () => {};

  async publish<TMessage extends JsonObject>(
    signal: SignalPayload<TMessage>,
  ): Promise<void> {
    this.beforePublish();
    this.published.push(signal);
  }

  /** The ids of the services named since this was last asked, message by message. */
  take(): unknown[] {
    return this.published.splice(0).map(({ message }) => {
      const { services } = message as { services: 'all' | { id: string }[] };
      return Array.isArray(services) ? services.map(({ id }) => id) : services;
    });
  }
}
