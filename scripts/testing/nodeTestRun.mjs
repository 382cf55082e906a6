import fs from 'node:fs';
import path from 'node:path';
import { run } from '../command.mjs';
import { root } from '../place.mjs';
import { attempt } from './attempt.mjs';
import { tallyOfTap } from './tapReport.mjs';

/** Every `*.test.mjs` of a folder by Node's own runner, one file at a time. */
export function runNodeTests(name, folder, { env, signal, reports }) {
  const file = path.join(reports, `${name}.tap`);
  const tests = fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .filter(found => found.endsWith('.test.mjs'))
    .map(found => path.join(folder, found))
    .sort();
  if (tests.length === 0) {
    // Without files, Node would run whatever looks like a test.
    throw new Error(`${folder} has no *.test.mjs`);
  }
  return attempt({
    name,
    file,
    work: () =>
      run(
        process.execPath,
        [
          '--test',
          '--test-concurrency=1',
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
          '--test-reporter=tap',
          `--test-reporter-destination=${file}`,
          ...tests,
        ],
        { env, signal },
      ),
    read: () => tallyOfTap(fs.readFileSync(file, 'utf8')),
  });
}
