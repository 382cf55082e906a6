import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withFigures } from './benchReport.mjs';

const report = `# Benchmarks

<!-- figures of a -->

old

<!-- end of a -->

<!-- figures of b -->
<!-- end of b -->
`;

test('figures take the place of older ones, and of no others', () => {
  const once = withFigures(report, 'a', '1 s\n');
  assert.equal(once, report.replace('old', '1 s'));
  assert.equal(withFigures(once, 'a', '1 s'), once);
});

test('figures that have no place are refused', () => {
  assert.throws(
    () => withFigures(report, 'c', '1 s'),
    /docs\/benchmarks.md has no <!-- figures of c -->/,
  );
});
