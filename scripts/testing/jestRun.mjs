import fs from 'node:fs';
import path from 'node:path';
import { run } from '../command.mjs';
import { binary } from '../place.mjs';
import { tallyOfJest } from './jestReport.mjs';
import { attempt } from './attempt.mjs';

/** Unit and integration tests of every package, or of the paths that match. */
export function runJest(paths, { env, signal, reports }) {
  const file = path.join(reports, 'jest.json');
  return attempt({
    name: 'Jest',
    file,
    work: () =>
      run(
        binary('backstage-cli'),
        [
          'repo',
          'test',
          '--maxWorkers=2',
          // A limit is for what hangs, not for what waits for a busy machine.
          '--testTimeout=60000',
          '--json',
          `--outputFile=${file}`,
          ...paths,
        ],
        {
          // CI: once, instead of watching. Databases are real, not in Docker.
          env: { ...env, CI: '1', BACKSTAGE_TEST_DISABLE_DOCKER: '1' },
          signal,
        },
      ),
    read: () => tallyOfJest(JSON.parse(fs.readFileSync(file, 'utf8'))),
  });
}
