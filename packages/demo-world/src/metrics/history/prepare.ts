import { rm } from 'node:fs/promises';
import { second } from '../durations';
import { placesIn } from '../places';
import {
  longestWorldAge,
  newRecord,
  withRun,
  withSignOfLife,
  type WorldRecord,
} from '../record';
import { readRecord, writeRecord } from '../recordFile';
import { createModel, type Model } from '../traffic/model';
import { backfill } from './backfill';
import { dropWriteAheadLog, endOfBlocks } from './blocks';
import { fine } from './sampleTimes';

export interface PrepareOptions {
  /** The demo's folder; claim it first. */
  dataDir: string;
  now?: () => number;
  /** How far back a new history reaches, in milliseconds; 31 days. */
  historyLength?: number;
  /** A line for the person who waits. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

async function nextRecord(
  dataDir: string,
  now: number,
  historyLength: number | undefined,
  log: (line: string) => void,
): Promise<{ record: WorldRecord; settledUntil: number }> {
  const places = placesIn(dataDir);
  const before = await readRecord(places.record);
  if (before && now - before.createdAt < longestWorldAge) {
    const end = await endOfBlocks(places.database);
    const settledUntil = end === undefined ? before.historyFrom : end - 1;
    if (settledUntil <= now) {
      const run = { settledUntil, startedAt: now };
      return { record: withRun(before, run), settledUntil };
    }
    log('The clock went back behind the history; it is written anew');
  }
  await rm(places.database, { recursive: true, force: true });
  const record = newRecord(now, historyLength);
  return { record, settledUntil: record.historyFrom };
}

/**
 * Brings the history up to now: all of it at first, later only what is missing
 * since the last run. Prometheus must not be running on it.
 */
export async function prepareHistory({
  dataDir,
  now = Date.now,
  historyLength,
  log = () => {},
  signal,
}: PrepareOptions): Promise<Model> {
  const places = placesIn(dataDir);
  const begun = now();
  const next = await nextRecord(dataDir, begun, historyLength, log);
  const model = createModel(next.record);
  await writeRecord(places.record, next.record);
  await dropWriteAheadLog(places.database);

  let from = next.settledUntil;
  let to = begun;
  let samples = 0;
  log(`Writing history since ${new Date(from).toISOString()}`);
  // Each round covers the time that the one before took.
  do {
    let lastLine = Date.now();
    samples += await backfill({
      model,
      databaseDir: places.database,
      from,
      to,
      signal,
      onProgress: done => {
        if (Date.now() - lastLine > 3 * second) {
          lastLine = Date.now();
          log(`  history: ${Math.round(done * 100)} %`);
        }
      },
    });
    from = to;
    to = now();
  } while (to - from > fine);
  const took = ((now() - begun) / second).toFixed(1);
  log(`History is complete: ${samples} samples in ${took} s`);
  const record = withSignOfLife(next.record, now());
  await writeRecord(places.record, record);
  return { ...model, record };
}
