import { setMaxListeners } from 'events';

/**
 * Calls back when the signal aborts; the answer stops that. A cycle's signal is
 * waited for by all its reads, which is no leak to warn of.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  setMaxListeners(0, signal);
  signal.addEventListener('abort', callback, { once: true });
  return () => signal.removeEventListener('abort', callback);
}
