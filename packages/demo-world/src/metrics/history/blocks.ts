import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A finished block is named by a ULID; unfinished ones have an ending. */
const blockName = /^[0-9A-Z]{26}$/;

const metaSchema = z.object({ maxTime: z.number() });

/** When the newest finished block ends (exclusive), if there is any. */
export async function endOfBlocks(
  databaseDir: string,
): Promise<number | undefined> {
  let newest: number | undefined;
  const names = await readdir(databaseDir).catch(() => []);
  for (const name of names.filter(n => blockName.test(n))) {
    const text = await readFile(
      join(databaseDir, name, 'meta.json'),
      'utf8',
    ).catch(() => undefined);
    if (text !== undefined) {
      const { maxTime } = metaSchema.parse(JSON.parse(text));
      newest = Math.max(newest ?? maxTime, maxTime);
    }
  }
  return newest;
}

/**
 * Drops what was scraped since the newest block. Prometheus keeps that in a
 * log, and when it starts it throws away whatever in the log is older than its
 * newest block; so blocks that fill the gap since the last run would cost the
 * last hours of that run. They are written again from the model instead.
 */
export async function dropWriteAheadLog(databaseDir: string): Promise<void> {
  for (const name of ['wal', 'chunks_head', 'wbl']) {
    await rm(join(databaseDir, name), { recursive: true, force: true });
  }
}
