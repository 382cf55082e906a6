import { SloDefinition, SloQuery } from './model';
import { SourceRef } from '../onCall/model';
import { Problem } from '../problem';
import { Reading, ReadingState } from './reading';
import { SloTone, SloVerdictCode } from './sloVerdict';

/**
 * What the error budget still allows. Figures exist only where the SLO's own
 * window could be measured.
 *
 * @public
 */
export type ErrorBudget =
  | {
      known: true;
      /** Share of the budget spent; above 1 when overspent. */
      consumedRatio: number;
      /** 1 - consumedRatio; negative when overspent. */
      remainingRatio: number;
      /**
       * Events the budget is a share of, where those are not the window's own:
       * a calendar window is reckoned with what the last period held until it
       * holds more.
       */
      expectedTotal?: number;
      /** Bad events the window allows at its present traffic. */
      badEventsAllowed: number;
      /** Bad events still allowed; negative when overspent. */
      badEventsLeft: number;
      exhaustion: BudgetExhaustion;
    }
  | {
      known: false;
      /** What was left when its window, stale now, was last read. */
      lastRemainingRatio?: number;
    };

/**
 * When the budget will be gone at the present pace. `never`, for a calendar
 * window, means not before its period ends.
 *
 * @public
 */
export type BudgetExhaustion =
  | { kind: 'never' }
  | { kind: 'exhausted' }
  | { kind: 'in'; seconds: number; estimate: boolean }
  | { kind: 'unknown' };

/**
 * One leg of a multi-window alert as it stands.
 *
 * @public
 */
export type AlertPairState =
  | 'firing'
  | 'recovering'
  | 'rising'
  | 'held'
  | 'ok'
  | 'unknown'
  | 'off';

/**
 * A pair of windows of the multi-window burn-rate alert.
 *
 * @public
 */
export interface AlertPair {
  severity: 'page' | 'ticket';
  longWindow: string;
  shortWindow: string;
  /** Burn rate above which both windows must be. */
  factor: number;
  /** The factor before it was lowered because the objective cannot burn that fast. */
  loweredFrom?: number;
  /** Why the pair is off. */
  offReason?: string;
}

/**
 * @public
 */
export interface AlertPairStatus extends AlertPair {
  state: AlertPairState;
  /** Since when it has been in this state, ISO 8601. */
  since?: string;
  /** Bad events in the long window, with the minimum that `held` waits for. */
  bad?: number;
  minimumBad?: number;
  /** For `unknown`: what it was before, and since when. */
  previous?: { state: AlertPairState; since: string };
}

/**
 * @public
 */
export type BurnRate = { window: string } & Reading;

/**
 * One SLO as a tab shows it: definition, the reading of its own window, its
 * budget, burn rates and alert pairs.
 *
 * @public
 */
export type SloStatus = Omit<SloDefinition, 'entityRef' | 'window'> & {
  window: SloDefinition['window'] & { startsAt?: string; endsAt?: string };
  /** The present, from 5m and 1h: an own window may be fine while nothing has been seen for an hour. */
  now: SloNow;
  budget: ErrorBudget;
  burnRates: BurnRate[];
  alerts: AlertPairStatus[];
  queries: SloQuery[];
} & Reading;

/**
 * @public
 */
export type SloNow =
  | { state: 'ok' }
  | { state: 'no_data'; since?: string }
  | { state: 'no_traffic' }
  | { state: 'stale'; since: string }
  | { state: 'unknown' };

/**
 * Answer of `GET …/slos`.
 *
 * @public
 */
export interface SlosResponse {
  entityRef: string;
  /** See {@link slosAsOf}; absent before the first read. */
  asOf?: string;
  /** Worst first. */
  slos: SloStatus[];
  problems: Problem[];
}

/**
 * One step of an SLO's history.
 *
 * @public
 */
export interface SloHistoryPoint {
  /** Start and end of the step, ISO 8601. */
  from: string;
  to: string;
  /** Null: nothing could be read for this step. */
  counts: { bad: number; total: number } | null;
  /** Budget left at the end of the step, of the window that ends now; null before it starts. */
  remainingRatio: number | null;
}

/**
 * Answer of `GET …/slos/{slo}/history`.
 *
 * @public
 */
export interface SloHistoryResponse {
  entityRef: string;
  slo: string;
  objective: number;
  from: string;
  to: string;
  stepSeconds: number;
  /** The burn-down starts full here. */
  windowStartsAt: string;
  /** End of a calendar window's period, which is yet to come. */
  windowEndsAt?: string;
  points: SloHistoryPoint[];
  /** Factor by which the hourly figures were scaled to the window's own; shown when off by over 5 %. */
  scale: number;
  /** `ledger`: whole hours, stored; `source`: finer, read for this chart. */
  resolution: 'ledger' | 'source';
  /** Incidents of the entity in the range, oldest first. */
  incidents: SloIncident[];
  /** Only of latency indicators, and only when asked for. */
  latency?: SloLatency;
  problems: Problem[];
}

/**
 * An incident beside the budget.
 *
 * @public
 */
export interface SloIncident {
  id: string;
  title: string;
  /** Whose incident it is, and its page there. */
  source: SourceRef;
  url?: string;
  urgency: 'high' | 'low';
  /** ISO 8601. */
  triggeredAt: string;
  /** Absent while it is open. */
  resolvedAt?: string;
  /**
   * Share of the budget spent from shortly before it was triggered until it was
   * resolved; absent until it was read.
   */
  consumedRatio?: number;
}

/**
 * The time within which a share of the requests was answered, over time.
 *
 * @public
 */
export interface SloLatency {
  /** The share, for example 0.99 for a p99: the SLO's own objective. */
  quantile: number;
  thresholdSeconds: number;
  points: Array<{ at: string; seconds: number | null }>;
}

/**
 * Answer of `GET …/slos/{slo}/what-if?objective=&window=`: the same events
 * judged by another target or window.
 *
 * @public
 */
export interface SloWhatIfResponse {
  entityRef: string;
  slo: string;
  /** Fraction. */
  objective: number;
  window: SloStatus['window'];
  reading: Reading;
  budget: ErrorBudget;
  /** What would page, without states. */
  alerts: AlertPair[];
}

/**
 * One SLO in a list.
 *
 * @public
 */
export interface SloListItem {
  entityRef: string;
  name: string;
  title: string;
  /** Absent, like the window, when the definition is not understood. */
  objective?: number;
  window?: SloDefinition['window'];
  state: ReadingState;
  /** See {@link sloVerdict}. */
  tone: SloTone;
  code: SloVerdictCode;
  errorRatio?: number;
  remainingRatio?: number;
  /** Of the last hour. */
  burnRate?: number;
  asOf?: string;
}

/**
 * Answer of `GET /v1/slos`, worst first.
 *
 * @public
 */
export interface SloListResponse {
  items: SloListItem[];
  /** All that the caller may read and the filter lets through. */
  total: number;
  offset: number;
  limit: number;
}

/**
 * Answer of `POST /v1/slos/preview`: what definitions would say, without
 * saving them.
 *
 * @public
 */
export interface SloPreviewResponse {
  slos: SloStatus[];
  problems: Problem[];
}
