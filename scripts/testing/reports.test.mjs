import assert from 'node:assert/strict';
import { it } from 'node:test';
import { tallyOfJest } from './jestReport.mjs';
import { Tally } from './tally.mjs';
import { tallyOfTap } from './tapReport.mjs';

const jestFile = (status, ...tests) => ({
  name: '/repo/a.test.ts',
  status,
  assertionResults: tests.map(([testStatus, fullName]) => ({
    status: testStatus,
    fullName,
  })),
});

it('counts what Jest reports', () => {
  const tally = tallyOfJest({
    testResults: [
      jestFile(
        'passed',
        ['passed', 'a'],
        ['pending', 'b skipped: no database'],
      ),
      jestFile('failed', ['failed', 'c'], ['todo', 'd']),
    ],
  });
  assert.equal(String(tally), 'Tests: 1 passed, 1 failed, 2 skipped');
  assert.deepEqual(tally.withoutReason, ['d']);
});

it('counts a file that Jest cannot run as a failed test', () => {
  const tally = tallyOfJest({ testResults: [jestFile('failed')] });
  assert.equal(String(tally), 'Tests: 0 passed, 1 failed, 0 skipped');
  assert.match(tally.complaints[0], /a\.test\.ts/);
});

const tap = `TAP version 13
# Subtest: signing in
    # Subtest: lets Maya in
    ok 1 - lets Maya in
    # Subtest: lets Sam in
    not ok 2 - lets Sam in
    # Subtest: on a phone
    ok 3 - on a phone # SKIP no touch screen
    1..3
not ok 1 - signing in
1..1
# tests 3
# suites 1
# pass 1
# fail 1
# cancelled 0
# skipped 1
# todo 0
`;

it("counts what Node's runner reports, with the reasons of what it skips", () => {
  const tally = tallyOfTap(tap);
  assert.equal(String(tally), 'Tests: 1 passed, 1 failed, 1 skipped');
  assert.deepEqual(tally.skipped, [
    'on a phone (skipped because no touch screen)',
  ]);
  assert.deepEqual(tally.withoutReason, []);
});

it('complains of a report that stops in the middle', () => {
  const tally = tallyOfTap(tap.slice(0, tap.indexOf('# tests')));
  assert.equal(tally.isGood, false);
  assert.match(tally.complaints[0], /did not come to its end/);
});

it('is good only with tests, and without failures, complaints and silent skips', () => {
  const good = () => Object.assign(new Tally(), { passed: 1 });
  assert.equal(good().isGood, true);
  assert.equal(new Tally().isGood, false);
  assert.equal(Object.assign(good(), { failed: 1 }).isGood, false);
  assert.equal(Object.assign(good(), { complaints: ['x'] }).isGood, false);
  assert.equal(Object.assign(good(), { skipped: ['x'] }).isGood, false);
});
