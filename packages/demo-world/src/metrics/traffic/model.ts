import { services, type DemoService } from '../../world/world';
import type { WorldRecord } from '../record';
import { Counters } from './counters';
import { codes, firstDuration, slowPlaces } from './outcomes';

/** Events of a service in a stretch of time. */
export interface Truth {
  /** Answers with a code of 500 and above. */
  bad: number;
  /** All answers. */
  total: number;
  /** Answers that took longer than 300 ms. */
  slow: number;
}

/** A service that has metrics, with its counters. */
export interface Instrumented {
  service: DemoService;
  counters: Counters;
}

/** What every sample service did and will do, for one record. */
export interface Model {
  record: WorldRecord;
  instrumented: Instrumented[];
}

export function createModel(record: WorldRecord): Model {
  return {
    record,
    instrumented: services
      .filter(({ story }) => story !== 'not-instrumented')
      .map(service => ({ service, counters: new Counters(service, record) })),
  };
}

function totals(counts: number[]): Truth {
  let total = 0;
  for (let i = 0; i < codes.length; i++) {
    total += counts[i];
  }
  let slow = 0;
  for (const place of slowPlaces) {
    slow += counts[place];
  }
  return { bad: counts[firstDuration - 1], total, slow };
}

/** What really happened to `counters` in (from, to], to compare readings with. */
export function eventsBetween(
  counters: Counters,
  from: number,
  to: number,
): Truth {
  const a = totals(counters.at(from));
  const b = totals(counters.at(to));
  return {
    bad: b.bad - a.bad,
    total: b.total - a.total,
    slow: b.slow - a.slow,
  };
}

/**
 * What really happened to a service in (from, to]. Nothing, for a service that
 * is not instrumented.
 * @param from - milliseconds since 1970
 * @param to - milliseconds since 1970
 */
export function truth(
  model: Model,
  service: string,
  from: number,
  to: number,
): Truth {
  const found = model.instrumented.find(i => i.service.name === service);
  return found
    ? eventsBetween(found.counters, from, to)
    : { bad: 0, total: 0, slow: 0 };
}

/** Whether the service's address answered at `time`. */
export function wasUp(
  model: Model,
  { service, counters }: Instrumented,
  time: number,
): boolean {
  const stopped = model.record.outages.some(
    outage =>
      outage.service === service.name &&
      outage.from <= time &&
      (outage.to === null || time < outage.to),
  );
  return !stopped && time >= counters.start;
}

/** Whether a probe would have been answered well at `time`. */
export function probeSucceeds(
  model: Model,
  one: Instrumented,
  time: number,
): boolean {
  // When most answers are errors, so is the probe's.
  return (
    wasUp(model, one, time) && one.counters.worst(time, time).errorRatio < 0.4
  );
}
