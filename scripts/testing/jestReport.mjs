import { Tally } from './tally.mjs';

/** What the file of `jest --json` says. */
export function tallyOfJest(report) {
  const tally = new Tally();
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') {
        tally.passed += 1;
      } else if (test.status === 'failed') {
        tally.failed += 1;
      } else {
        tally.skipped.push(test.fullName);
      }
    }
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      tally.failed += 1;
      tally.complaints.push(`${file.name} does not run`);
    }
  }
  return tally;
}
