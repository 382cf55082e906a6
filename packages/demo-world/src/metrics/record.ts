import { z } from 'zod';
import { day, minute } from './durations';

const time = z.number().int().positive();

/**
 * What the demo remembers between starts. With it, every counter is a function
 * of time alone: the same record gives the same history again.
 */
export const worldRecordSchema = z.object({
  version: z.literal(1),
  /** When the history was first written; the long stories count from here. */
  createdAt: time,
  /** When the history begins. */
  historyFrom: time,
  runs: z
    .array(
      z.object({
        /** Up to here the database was already written, so it is settled. */
        settledUntil: time,
        startedAt: time,
        /** Last sign of life. */
        aliveUntil: time,
      }),
    )
    .min(1),
  /** Times in which somebody had stopped a sample service. */
  outages: z.array(
    z.object({ service: z.string(), from: time, to: time.nullable() }),
  ),
});

export type WorldRecord = z.infer<typeof worldRecordSchema>;

/** A day more than the longest window, so a month is a whole month. */
export const historyLength = 31 * day;

/**
 * A world older than this is told afresh: by then "a week ago" is two weeks
 * ago, and the slow burn has nothing left to burn.
 */
export const longestWorldAge = 7 * day;

/** A run that has ended may have been scraped until a little after its last sign of life. */
const afterglow = minute;

/** @param length - of the history, in milliseconds; shorter ones are for tests */
export function newRecord(now: number, length = historyLength): WorldRecord {
  const historyFrom = now - length;
  return {
    version: 1,
    createdAt: now,
    historyFrom,
    runs: [{ settledUntil: historyFrom, startedAt: now, aliveUntil: now }],
    outages: [],
  };
}

/** The record of a world that is started once more. */
export function withRun(
  record: WorldRecord,
  run: { settledUntil: number; startedAt: number },
): WorldRecord {
  return {
    ...record,
    runs: [...record.runs, { ...run, aliveUntil: run.startedAt }],
    // Whatever was stopped when the last run ended came back with this one.
    outages: record.outages.map(outage => ({
      ...outage,
      to: outage.to ?? run.startedAt,
    })),
  };
}

export function withSignOfLife(record: WorldRecord, now: number): WorldRecord {
  const runs = record.runs.map((run, index) =>
    index === record.runs.length - 1 ? { ...run, aliveUntil: now } : run,
  );
  return { ...record, runs };
}

export function withServiceStopped(
  record: WorldRecord,
  service: string,
  now: number,
): WorldRecord {
  return {
    ...record,
    outages: [...record.outages, { service, from: now, to: null }],
  };
}

export function withServiceStarted(
  record: WorldRecord,
  service: string,
  now: number,
): WorldRecord {
  return {
    ...record,
    outages: record.outages.map(outage =>
      outage.service === service && outage.to === null
        ? { ...outage, to: now }
        : outage,
    ),
  };
}

/** When the run at `index` no longer tells its stories; never for the latest. */
export function endOfRun(record: WorldRecord, index: number): number {
  const next = record.runs[index + 1];
  return next
    ? Math.min(record.runs[index].aliveUntil + afterglow, next.startedAt)
    : Infinity;
}
