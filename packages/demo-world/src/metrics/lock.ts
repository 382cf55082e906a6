import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

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
  if (owner > 0 && owner !== process.pid && isAlive(owner)) {
    throw new Error(
      `The demo world in ${dirname(
        lockFile,
      )} is in use by process ${owner}; stop that one first, or choose another folder`,
    );
  }
  await mkdir(dirname(lockFile), { recursive: true });
  await writeFile(lockFile, String(process.pid));
  return () => rm(lockFile, { force: true });
}
