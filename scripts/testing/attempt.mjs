import fs from 'node:fs';
import { Interrupted } from '../interruption.mjs';
import { Tally } from './tally.mjs';

/**
 * Runs one runner and reads its report. A runner that fails without a failed
 * test in its report, or leaves no report, has crashed: that is a complaint,
 * never an empty success.
 */
export async function attempt({ name, file, work, read }) {
  fs.rmSync(file, { force: true });
  let failure;
  try {
    await work();
  } catch (error) {
    if (error instanceof Interrupted) {
      throw error;
    }
    failure = error;
  }
  let tally = new Tally();
  try {
    tally = read();
  } catch (error) {
    tally.complaints.push(`${name} left no readable report: ${error.message}`);
  }
  if (failure && tally.failed === 0) {
    tally.complaints.push(`${name}: ${failure.message}`);
  }
  if (tally.passed + tally.failed === 0) {
    tally.complaints.push(`${name} ran no test`);
  }
  return tally;
}
