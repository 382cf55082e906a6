import { Events } from './Events';

/** A process that counted a service's events, as long as it was scraped. */
export interface Incarnation {
  /** Besides the service's name. */
  labels: Record<string, string>;
  /** Scraped in [from, to), seconds since the epoch. */
  from: number;
  to: number;
  /** When its counters began at zero; usually `from`. */
  countsFrom: number;
  /** Which of how many pods that share the service's events. */
  pod?: { index: number; of: number };
}

/** What a service exposes: requests by code, or a histogram with one bound. */
export type Exposes =
  | { kind: 'requests'; metric: string }
  | {
      kind: 'durations';
      metric: string;
      /** How the bound of 1 s is spelt at a time. */
      boundAt: (time: number) => string;
    };

/** A service whose truth is known. */
export interface TrueService {
  name: string;
  /** `spec.type` of its entity, by which templates choose. */
  type: string;
  events: Events;
  exposes: Exposes;
  incarnations: Incarnation[];
  /** Seconds after the minute at which it is scraped. */
  scrapedAt: number;
}
