import { spawn } from 'node:child_process';

/**
 * Makes one block of the database from a file of OpenMetrics text.
 * @throws Error with what promtool said, or that it is not installed
 */
export async function createBlocks(
  file: string,
  databaseDir: string,
  signal?: AbortSignal,
): Promise<void> {
  // The flag is hidden in promtool's help; without it a month becomes 372
  // blocks of two hours, and the file is read once for each.
  const args = [
    'tsdb',
    'create-blocks-from',
    'openmetrics',
    '--quiet',
    '--max-block-duration=54h',
    file,
    databaseDir,
  ];
  const child = spawn('promtool', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  let said = '';
  child.stderr.on('data', chunk => {
    said += String(chunk);
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', cause =>
      reject(
        'code' in cause && cause.code === 'ENOENT'
          ? new Error(
              'promtool is not on PATH: install the package "prometheus" (Debian, Ubuntu) or from https://prometheus.io/download',
              { cause },
            )
          : cause,
      ),
    );
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `promtool could not read ${file} (exit code ${code}): ${said.trim()}`,
            ),
          ),
    );
  });
}
