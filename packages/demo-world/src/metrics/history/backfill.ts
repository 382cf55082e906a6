import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../traffic/model';
import { openMetrics } from './openMetrics';
import { createBlocks } from './promtool';
import { blockRanges, fineSince, sampleTimes } from './sampleTimes';

export interface BackfillOptions {
  model: Model;
  databaseDir: string;
  /** The past in (from, to] is written. */
  from: number;
  to: number;
  /** Called after each part with the share that is done, 0 to 1. */
  onProgress?: (done: number, samples: number) => void;
  signal?: AbortSignal;
}

async function writeText(
  file: string,
  model: Model,
  range: { from: number; to: number; times: number[] },
): Promise<number> {
  const handle = await open(file, 'w');
  let written = 0;
  try {
    for (const { text, samples } of openMetrics(model, range)) {
      await handle.write(text);
      written += samples;
    }
  } finally {
    await handle.close();
  }
  return written;
}

/**
 * Writes the past into a Prometheus database that no Prometheus has open,
 * oldest first, so an interrupted back-fill is taken up where it ended.
 * @returns the number of samples
 */
export async function backfill({
  model,
  databaseDir,
  from,
  to,
  onProgress,
  signal,
}: BackfillOptions): Promise<number> {
  // Beside the database: Prometheus would complain about unknown folders.
  const textDir = `${databaseDir}.backfill`;
  await rm(textDir, { recursive: true, force: true });
  await mkdir(textDir, { recursive: true });
  await mkdir(databaseDir, { recursive: true });
  let samples = 0;
  // While promtool packs one part, the text of the next is written.
  let packing: Promise<void> = Promise.resolve();
  try {
    for (const [i, range] of blockRanges(from, to).entries()) {
      signal?.throwIfAborted();
      const times = sampleTimes(range.from, range.to, fineSince(to));
      if (times.length === 0) {
        continue;
      }
      const file = join(textDir, `${i}.txt`);
      samples += await writeText(file, model, { ...range, times });
      await packing;
      onProgress?.((range.from - from) / (to - from), samples);
      packing = createBlocks(file, databaseDir, signal).then(() => rm(file));
      // Awaited above or below; until then a failure is not unhandled.
      packing.catch(() => {});
    }
    await packing;
    onProgress?.(1, samples);
  } finally {
    await packing.catch(() => {});
    await rm(textDir, { recursive: true, force: true });
  }
  return samples;
}
