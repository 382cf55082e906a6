import { EventCounts } from './model';

/**
 * One stretch of an SLO's ledger, usually an hour.
 *
 * @public
 */
export interface LedgerHour {
  from: Date;
  to: Date;
  /** Null: nothing could be read. Zeros: read, and the entity had no events. */
  counts: EventCounts | null;
}
