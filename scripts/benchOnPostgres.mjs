import fs from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { onInterruption } from './interruption.mjs';
import { keep, root } from './place.mjs';
import { Processes } from './processes.mjs';
import { step } from './progress.mjs';
import { installPrograms } from './setup/systemPackages.mjs';
import { startPostgres } from './testing/postgres.mjs';

/** Given more, Node.js collects garbage so rarely that all of it is taken. */
export const heapMebibytes = 768;

/**
 * Runs a program of the backend that measures on a PostgreSQL of its own, with
 * its usual safety; it is given the address, where to put its result, and the
 * arguments of this process.
 * @returns the result
 */
export async function measureOnPostgres(name) {
  const signal = onInterruption();
  const { env } = process;
  const file = path.join(keep, `bench-${name}.json`);
  const processes = new Processes({ logs: path.join(keep, 'bench-logs') });
  await installPrograms(['postgresql'], env, { signal });
  const postgres = await step('Starting PostgreSQL', news =>
    startPostgres({ processes, env, signal, news, durable: true }),
  );
  try {
    await run(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        path.join(root, `plugins/engineering-owner-backend/dev/${name}.ts`),
        postgres.url,
        file,
        ...process.argv.slice(2),
      ],
      {
        env: {
          ...env,
          NODE_ENV: 'production',
          NODE_OPTIONS: `--max-old-space-size=${heapMebibytes}`,
        },
        signal,
      },
    );
  } finally {
    await processes.endAll();
    postgres.remove();
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
