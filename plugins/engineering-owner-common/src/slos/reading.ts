import { Problem } from '../problem';
import { EventCounts } from './model';

/**
 * What the store holds of one window of one SLO: facts only, no verdict.
 *
 * @public
 */
export interface StoredReading {
  window: string;
  /** End of the window of the last good read, ISO 8601. Absent: never read. */
  at?: string;
  /** Absent although `at` is set: the source answered, without any series. */
  counts?: EventCounts;
  /** Seconds between two reads; absent: as its length demands. */
  everySeconds?: number;
  /** Share of the window that could be read, 0 to 1. */
  coverage: number;
  /** The source said that the answer may lack data. */
  incomplete: boolean;
  /**
   * When this entity's total was first and last seen at all, ISO 8601. The
   * last time is one that the shortest window knows: longer windows still hold
   * series long after they ended.
   */
  firstSeenAt?: string;
  lastSeenAt?: string;
  /** When the shortest window last held its total; absent: it never did. */
  lastLiveAt?: string;
  /** The last attempt, and its error if it failed. */
  attemptedAt?: string;
  lastError?: string;
  /** Set while the definition cannot be read for this entity. */
  invalid?: Problem;
}

/**
 * The states of a reading, in the order in which they are decided.
 *
 * @public
 */
export type ReadingState =
  | 'invalid'
  | 'pending'
  | 'query_error'
  | 'stale'
  | 'no_data'
  | 'no_traffic'
  | 'partial'
  | 'low_traffic'
  | 'ok';

/**
 * A window's figures: what can be known from them stands in them, so that a
 * number that is not known cannot be shown.
 *
 * @public
 */
export interface MeasuredFigures extends EventCounts {
  /** bad / total */
  errorRatio: number;
  /** errorRatio / (1 - objective); 1 spends exactly the budget. */
  burnRate: number;
}

/**
 * The figures of a reading that has grown old, as they were then.
 *
 * @public
 */
export interface LastKnownFigures extends MeasuredFigures {
  /**
   * Events the budget was a share of, where those were not the window's own,
   * see {@link ErrorBudget}.
   */
  expectedTotal?: number;
}

/**
 * Fields beside the state.
 *
 * @public
 */
export interface ReadingContext {
  /** Share of the window that could be read, 0 to 1. */
  coverage: number;
  /** Too few events to say much: (1 - objective) x total is below the minimum of bad events. */
  lowTraffic: boolean;
  lastSeenAt?: string;
  lastError?: string;
}

/**
 * The verdict on one window.
 *
 * @public
 */
export type Reading =
  | ({
      state: 'ok' | 'low_traffic' | 'partial';
      asOf: string;
    } & MeasuredFigures &
      ReadingContext)
  | ({ state: 'no_traffic'; asOf: string; bad: 0; total: 0 } & ReadingContext)
  | ({ state: 'no_data'; asOf: string } & ReadingContext)
  | ({
      state: 'stale';
      asOf: string;
      /** To be shown greyed. */
      lastKnown?: LastKnownFigures;
    } & ReadingContext)
  | ({ state: 'pending' } & ReadingContext)
  | ({ state: 'query_error'; lastError: string } & ReadingContext)
  | ({ state: 'invalid'; problem: Problem } & ReadingContext);

/**
 * A reading that carries fresh figures.
 *
 * @public
 */
export type MeasuredReading = Extract<
  Reading,
  { state: 'ok' | 'low_traffic' | 'partial' }
>;

/**
 * Whether a reading carries fresh figures.
 *
 * @public
 */
export function isMeasured(reading: Reading): reading is MeasuredReading {
  return (
    reading.state === 'ok' ||
    reading.state === 'low_traffic' ||
    reading.state === 'partial'
  );
}
