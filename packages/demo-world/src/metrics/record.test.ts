import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hour, minute } from './durations';
import { claim } from './lock';
import {
  endOfRun,
  newRecord,
  withRun,
  withServiceStopped,
  withSignOfLife,
} from './record';
import { readRecord, writeRecord } from './recordFile';

const now = Date.UTC(2026, 2, 16, 9, 41, 7);

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'record-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

it('ends a run shortly after its last sign of life, once there is a next one', () => {
  const first = withSignOfLife(newRecord(now), now + hour);
  expect(endOfRun(first, 0)).toBe(Infinity);
  const second = withRun(first, {
    settledUntil: now + hour,
    startedAt: now + 2 * hour,
  });
  expect(endOfRun(second, 0)).toBe(now + hour + minute);
  expect(endOfRun(second, 1)).toBe(Infinity);
});

it('brings stopped services back with the next run', () => {
  const stopped = withServiceStopped(newRecord(now), 'cart', now + minute);
  const next = withRun(stopped, { settledUntil: now, startedAt: now + hour });
  expect(next.outages).toEqual([
    { service: 'cart', from: now + minute, to: now + hour },
  ]);
});

it('is read back as it was written', async () => {
  const file = join(dir, 'deeper', 'world.json');
  await writeRecord(file, newRecord(now));
  expect(await readRecord(file)).toEqual(newRecord(now));
});

it.each(['', '{', '{"version": 0}'])(
  'is ignored when it reads %p',
  async text => {
    const file = join(dir, 'world.json');
    await writeFile(file, text);
    expect(await readRecord(file)).toBeUndefined();
  },
);

describe('claim', () => {
  it('refuses a folder that a living process uses, and names it', async () => {
    const file = join(dir, 'in-use-by');
    await writeFile(file, '1');
    await expect(claim(file)).rejects.toThrow(`${dir} is in use by process 1`);
  });

  it('takes over from a process that is gone', async () => {
    const file = join(dir, 'in-use-by');
    await writeFile(file, '4194304000');
    const release = await claim(file);
    expect(await readFile(file, 'utf8')).toBe(String(process.pid));
    await release();
  });

  it('takes over from a process that was killed, whoever has its number now', async () => {
    const file = join(dir, 'in-use-by');
    await writeFile(file, '1');
    const longAgo = new Date(Date.now() - 2 * minute);
    await utimes(file, longAgo, longAgo);
    const release = await claim(file);
    await release();
    expect(existsSync(file)).toBe(false);
  });
});
