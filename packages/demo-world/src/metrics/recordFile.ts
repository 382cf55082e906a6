import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { worldRecordSchema, type WorldRecord } from './record';

/**
 * The record of an earlier start; undefined if there is none or if it is from
 * another version of the demo, which then begins afresh.
 */
export async function readRecord(
  file: string,
): Promise<WorldRecord | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  try {
    return worldRecordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Replaces the record at once, so a kill leaves the old one or the new one. */
export async function writeRecord(
  file: string,
  record: WorldRecord,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(record, null, 2));
  await rename(`${file}.new`, file);
}
