import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { minute, second } from './durations';

const renewEvery = 10 * second;

/** A claim that was not renewed for so long is from a process that was killed. */
const lapsesAfter = 1 * minute;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Claims the folder for this process: two worlds writing one database would
 * ruin it.
 * @returns gives the folder back
 * @throws Error if a living process has it
 */
export async function claim(lockFile: string): Promise<() => Promise<void>> {
  const owner = Number(await readFile(lockFile, 'utf8').catch(() => ''));
  const renewedAt = await stat(lockFile).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  // A number alone proves little: after a kill it may belong to anyone.
  const lapsed = Date.now() - renewedAt > lapsesAfter;
  if (owner > 0 && !lapsed && isAlive(owner)) {
    throw new Error(
      `The demo world in ${dirname(
        lockFile,
      )} is in use by process ${owner}; stop that one first, or choose another folder`,
    );
  }
  await mkdir(dirname(lockFile), { recursive: true });
  await writeFile(lockFile, String(process.pid));
  const renewing = setInterval(() => {
    const now = new Date();
    utimes(lockFile, now, now).catch(() => {});
  }, renewEvery);
  renewing.unref();
  return async () => {
    clearInterval(renewing);
    await rm(lockFile, { force: true });
  };
}
