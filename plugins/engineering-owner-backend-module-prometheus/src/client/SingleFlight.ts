import { SharedWork } from './SharedWork';

/** Does the same thing once for all who want it at the same time. */
export class SingleFlight<T> {
  private readonly flights = new Map<string, SharedWork<T>>();

  do(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const flying = this.flights.get(key);
    if (flying && !flying.abandoned) {
      return flying.join(signal);
    }
    const flight = new SharedWork(async inner => {
      try {
        return await start(inner);
      } finally {
        if (this.flights.get(key) === flight) {
          this.flights.delete(key);
        }
      }
    });
    this.flights.set(key, flight);
    return flight.join(signal);
  }
}
