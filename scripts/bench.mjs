#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { Interrupted, onInterruption } from './interruption.mjs';
import { root } from './place.mjs';

const folder = path.join(root, 'scripts/bench');
const known = fs
  .readdirSync(folder)
  .filter(file => file.endsWith('.mjs'))
  .map(file => path.basename(file, '.mjs'))
  .sort();

/** Runs the benchmarks of these names, or all; each writes its own section of the report. */
async function bench(names, signal) {
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length) {
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}; there are: ${known.join(
        ', ',
      )}`,
    );
  }
  for (const name of names.length ? names : known) {
    console.log(`\n${name}`);
    await run(process.execPath, [path.join(folder, `${name}.mjs`)], { signal });
  }
}

try {
  await bench(process.argv.slice(2), onInterruption());
} catch (error) {
  if (!(error instanceof Interrupted)) {
    console.error(`\n${error.message}`);
  }
  process.exitCode = 1;
}
process.exit();
