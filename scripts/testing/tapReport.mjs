import { Tally } from './tally.mjs';

/**
 * What the TAP of `node --test` says. Its closing comments count tests of
 * every depth and leave suites out.
 */
export function tallyOfTap(text) {
  const count = name => {
    const found = new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text);
    return found ? Number(found[1]) : undefined;
  };
  const tally = new Tally();
  const passed = count('pass');
  if (passed === undefined) {
    tally.complaints.push('node --test did not come to its end');
    return tally;
  }
  tally.passed = passed;
  tally.failed = count('fail') + count('cancelled');
  for (const [, name, kind, reason] of text.matchAll(
    /^\s*(?:not )?ok \d+ - (.*?) # (SKIP|TODO) ?(.*)$/gm,
  )) {
    tally.skipped.push(
      `${name} (${kind === 'TODO' ? 'to do' : 'skipped because'} ${reason})`,
    );
  }
  return tally;
}
