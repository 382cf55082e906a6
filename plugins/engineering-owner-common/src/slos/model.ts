/**
 * The span over which an objective is judged.
 *
 * @public
 */
export type SloWindow = RollingWindow | CalendarWindow;

/**
 * A window that always ends now.
 *
 * @public
 */
export interface RollingWindow {
  type: 'rolling';
  /** As written in the definition, for example `30d`. */
  duration: string;
  seconds: number;
}

/**
 * A window that begins anew with each period of a calendar, for example each
 * month in Asia/Kolkata.
 *
 * @public
 */
export interface CalendarWindow {
  type: 'calendar';
  /** As written in the definition, in OpenSLO's units: `1M` is a month. */
  duration: string;
  /** Nominal length, with 30 days to a month, 90 to a quarter, 365 to a year. */
  seconds: number;
  /** Local time at which one of the periods begins, `YYYY-MM-DDThh:mm:ss`. */
  startTime: string;
  /** IANA name, for example `Europe/Berlin`. */
  timeZone: string;
}

/**
 * What the readings of a window are stored by: SLOs of one group with equal
 * keys share their readings.
 *
 * @public
 */
export function windowKey(window: SloWindow): string {
  return window.type === 'rolling'
    ? window.duration
    : `${window.duration} from ${window.startTime} ${window.timeZone}`;
}

/**
 * What the events of the period before the present one are stored by.
 *
 * @public
 */
export function lastPeriodKey(window: CalendarWindow): string {
  return `${windowKey(window)} before`;
}

/**
 * How far back a window needs its events: a rolling one for its length, a
 * calendar one for two periods, since its budget is reckoned with the events of
 * the last. Seconds; at most 459 days, which are kept.
 *
 * @public
 */
export function historySeconds(window: SloWindow): number {
  const DAY = 86400;
  return window.type === 'rolling'
    ? window.seconds
    : // A month may be a day longer than 30, a year than 365.
      Math.min(459 * DAY, 2 * (1.04 * window.seconds + DAY));
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
    }
  | {
      /** Two queries, each a count of events over a window placeholder. */
      kind: 'ratioQuery';
      total: string;
      bad?: string;
      good?: string;
    }
  | {
      /** A series that is a ratio already; weighted by time, not by events. */
      kind: 'rawRatio';
      query: string;
      /** Whether 1 means that all was well or that all failed. */
      rawType: 'success' | 'failure';
    }
  | {
      /** A series that is 1 while all is well, such as `probe_success`. */
      kind: 'gauge';
      up: string;
    }
  | {
      /** What its source refuses: the SLO is invalid, and says why. */
      kind: 'refused';
      /** As it was written, in JSON. */
      written: string;
    };

/**
 * What an indicator counts: events of the service, or samples of a series,
 * which weigh every minute alike.
 *
 * @public
 */
export function indicatorUnit(indicator: SloIndicator): 'events' | 'samples' {
  return indicator.kind === 'rawRatio' || indicator.kind === 'gauge'
    ? 'samples'
    : 'events';
}

/**
 * A query a person can paste into the source to check a figure.
 *
 * @public
 */
export interface SloQuery {
  /** Window the query covers, for example `1h`. */
  window: string;
  /**
   * What its result means. `percentile`: the seconds within which the
   * objective's share of the requests was answered.
   */
  meaning: 'total' | 'bad' | 'error_ratio' | 'percentile';
  expression: string;
  /** Pages of the source, or of what an admin named, that show the query. */
  links?: Array<{ title: string; url: string }>;
}

/**
 * Where a definition was written.
 *
 * @public
 */
export type SloOrigin =
  | {
      type: 'template';
      /** Name of the template. */
      name: string;
      /** Config path the definition stands in. */
      place: string;
    }
  | {
      /** A document that an annotation of the entity names. */
      type: 'document';
      /** `metadata.name` of the document. */
      name: string;
      /** Address of the file with the line, for example `…/slos.yaml:12`. */
      place: string;
      url?: string;
      line?: number;
    }
  | {
      /** A document that is a catalog entity itself. */
      type: 'entity';
      name: string;
      /** Ref of that entity. */
      place: string;
    };

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
  /** Name of the alert policy; absent: the one all SLOs have. */
  alerting?: string;
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
  { window: '1d', seconds: 86400, intervalSeconds: 900 },
  { window: '3d', seconds: 259200, intervalSeconds: 900 },
] as const;
