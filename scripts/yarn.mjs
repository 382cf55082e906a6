#!/usr/bin/env node
// Runs the Yarn that `npm test` and `npm run demo` use, wherever it is.
import { run } from './command.mjs';
import { Interrupted, onInterruption } from './interruption.mjs';
import { withYarn } from './setup/yarn.mjs';

const signal = onInterruption();
try {
  const env = await withYarn(process.env, { signal });
  await run('yarn', process.argv.slice(2), { env, signal });
} catch (error) {
  if (!(error instanceof Interrupted)) {
    console.error(error.message);
  }
  process.exitCode = 1;
}
process.exit();
