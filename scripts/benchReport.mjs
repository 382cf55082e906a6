import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { root } from './place.mjs';

const report = path.join(root, 'docs/benchmarks.md');

/**
 * Puts the figures of a benchmark into docs/benchmarks.md, between
 * `<!-- figures of <name> -->` and `<!-- end of <name> -->`. What stands
 * around them is written by hand.
 */
export function writeFigures(name, markdown) {
  const text = withFigures(fs.readFileSync(report, 'utf8'), name, markdown);
  // The check of formats looks at this page too.
  const style = prettier.resolveConfig.sync(report);
  fs.writeFileSync(
    report,
    prettier.format(text, { ...style, filepath: report }),
  );
}

/** @throws Error when the report has no place for them */
export function withFigures(text, name, markdown) {
  const [opening, closing] = [
    `<!-- figures of ${name} -->`,
    `<!-- end of ${name} -->`,
  ];
  const start = text.indexOf(opening);
  const end = text.indexOf(closing);
  if (start < 0 || end < start) {
    throw new Error(`docs/benchmarks.md has no ${opening} … ${closing}`);
  }
  const before = text.slice(0, start + opening.length);
  return `${before}\n\n${markdown.trim()}\n\n${text.slice(end)}`;
}
