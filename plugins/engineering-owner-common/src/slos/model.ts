/**
 * The span over which an objective is judged. Rolling windows end now.
 *
 * @public
 */
export interface SloWindow {
  type: 'rolling';
  /** As written in the definition, for example `30d`. */
  duration: string;
  seconds: number;
}

/**
 * What is measured, in words a person can check. `queries` is filled per
 * entity, see {@link SloQuery}.
 *
 * @public
 */
export type SloIndicator =
  | {
      kind: 'ratio';
      /** Selector of all events, as defined. */
      total: string;
      /** Selector of bad or of good events, as defined. */
      bad?: string;
      good?: string;
    }
  | {
      kind: 'latency';
      histogram: string;
      /** Slower than this is bad. Seconds. */
      thresholdSeconds: number;
    };

/**
 * A query a person can paste into the source to check a figure.
 *
 * @public
 */
export interface SloQuery {
  /** Window the query covers, for example `1h`. */
  window: string;
  /** What its result means. */
  meaning: 'total' | 'bad' | 'error_ratio';
  expression: string;
}

/**
 * Where a definition was written.
 *
 * @public
 */
export interface SloOrigin {
  type: 'template';
  /** Name of the template. */
  name: string;
  /** Config path or file the definition stands in. */
  place: string;
}

/**
 * One objective of one entity: the unit everything else is keyed by.
 *
 * @public
 */
export interface SloDefinition {
  entityRef: string;
  /** Unique within the entity. */
  name: string;
  title: string;
  /** Fraction, for example 0.999. */
  objective: number;
  window: SloWindow;
  indicator: SloIndicator;
  definedBy: SloOrigin;
  source: { type: string; name: string };
}

/**
 * Events of a stretch of time. Both are finite, `0 <= bad <= total`.
 *
 * @public
 */
export interface EventCounts {
  bad: number;
  total: number;
}

/**
 * Windows read for every SLO besides its own, shortest first, with the
 * interval at which each is read.
 *
 * @public
 */
export const burnWindows = [
  { window: '5m', seconds: 300, intervalSeconds: 60 },
  { window: '30m', seconds: 1800, intervalSeconds: 60 },
  { window: '1h', seconds: 3600, intervalSeconds: 60 },
  { window: '2h', seconds: 7200, intervalSeconds: 300 },
  { window: '6h', seconds: 21600, intervalSeconds: 300 },
  { window: '1d', seconds: 86400, intervalSeconds: 300 },
  { window: '3d', seconds: 259200, intervalSeconds: 300 },
] as const;
