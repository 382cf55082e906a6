import type { SignalApi } from '@backstage/plugin-signals-react';
import type { JsonObject } from '@backstage/types';

interface Listener {
  channel: string;
  hear(message: JsonObject): void;
}

/** Signals of a portal, sent by the test. */
export class FakeSignalApi implements SignalApi {
  readonly listeners = new Set<Listener>();

  subscribe<TMessage extends JsonObject>(
    channel: string,
    onMessage: (message: TMessage) => void,
  ) {
    const listener: Listener = {
      channel,
      hear: message => onMessage(message as TMessage),
    };
    this.listeners.add(listener);
    return { unsubscribe: () => this.listeners.delete(listener) };
  }

  send(channel: string, message: JsonObject): void {
    this.listeners.forEach(each => {
      if (each.channel === channel) {
        each.hear(message);
      }
    });
  }
}
