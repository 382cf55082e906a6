import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropWriteAheadLog, endOfBlocks } from './blocks';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'blocks-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function block(name: string, maxTime: number) {
  await mkdir(join(dir, name));
  await writeFile(join(dir, name, 'meta.json'), JSON.stringify({ maxTime }));
}

it('knows no end where no database is', async () => {
  expect(await endOfBlocks(join(dir, 'nowhere'))).toBeUndefined();
  expect(await endOfBlocks(dir)).toBeUndefined();
});

it('takes the newest finished block, and no half of one', async () => {
  await block('01M84DKT4G9235403ZNVH6F0MB', 1000);
  await block('01M84DKW24KWB5P5H8NJ8JCH3K', 3000);
  await block('01M84DKXYBXXRD8RNHHGMFDZ4S', 2000);
  await block('01M84DMT4MEKDVJYNPBN6B3RDR.tmp-for-creation', 9000);
  expect(await endOfBlocks(dir)).toBe(3000);
});

it('drops the log and keeps the blocks', async () => {
  await block('01M84DKT4G9235403ZNVH6F0MB', 1000);
  await mkdir(join(dir, 'wal'));
  await mkdir(join(dir, 'chunks_head'));
  await dropWriteAheadLog(dir);
  expect(await readdir(dir)).toEqual(['01M84DKT4G9235403ZNVH6F0MB']);
});
