import { EventCounts } from '@engineering-owner/backstage-plugin-common';

/** Milliseconds of a UTC day and of an hour. */
export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/**
 * How far a day of a group was read. Of an hour: `unread`; `empty`, read and
 * without any entity, which is a gap of the source; `read`.
 */
export interface LedgerDay {
  hours: ReadonlyArray<'unread' | 'empty' | 'read'>;
  /** When the day was read as a whole. */
  readAt?: Date;
  /** Read as a whole, and without any entity. */
  empty: boolean;
  /** When it was read again after late samples had a day to arrive. */
  settledAt?: Date;
}

/** An hour or a day of one entity; null: it had no series. */
export type LedgerCounts = EventCounts | 'invalid' | null;

/** One entity's part of a day. */
export interface LedgerEntry {
  day: LedgerCounts;
  /** 24 of them. */
  hours: ReadonlyArray<LedgerCounts>;
}

/** A day nothing is known of. */
export const unreadDay: LedgerDay = {
  hours: Array.from({ length: 24 }, () => 'unread' as const),
  empty: false,
};

/** An entity without any series that day. */
export const emptyEntry: LedgerEntry = {
  day: null,
  hours: Array.from({ length: 24 }, () => null),
};

/** `YYYY-MM-DD` in UTC. */
export function dayOf(time: Date | number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Midnight UTC at which the day begins, in milliseconds. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
