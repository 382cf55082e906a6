import { Problem } from '../problem';
import { parseDay, parseInterval } from './interval';
import { describeValue, frontMatterProblem } from './runbookProblems';

/**
 * A link to something that does a step of a runbook.
 *
 * @public
 */
export interface RunbookAutomation {
  title: string;
  /** http(s). */
  url: string;
}

/**
 * What a runbook says about itself. Days as `YYYY-MM-DD`, intervals in ISO 8601.
 *
 * @public
 */
export interface RunbookFrontMatter {
  title?: string;
  alerts: string[];
  owner?: string;
  severity?: string;
  automation: RunbookAutomation[];
  lastReviewedOn?: string;
  reviewIn?: string;
  lastTestedOn?: string;
  testIn?: string;
  lastTestResult?: 'passed' | 'failed';
}

const LONGEST_TEXT = 200;
const MOST_ENTRIES = 100;

/**
 * Reads the front matter of a runbook, already parsed from YAML. Never throws:
 * a value that cannot be used is left out and named in `problems`. Keys of
 * other tools are left alone.
 *
 * @public
 */
export function readFrontMatter(data: unknown): {
  frontMatter: RunbookFrontMatter;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const entries = isMapping(data) ? data : {};
  if (!isMapping(data) && data !== undefined && data !== null) {
    problems.push(
      frontMatterProblem('front matter', data, 'keys with values, as YAML'),
    );
  }

  function read<T>(
    key: string,
    expected: string,
    parse: (value: unknown) => T | undefined,
  ): T | undefined {
    const value = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (value === undefined || value === null || value === '') {
      return undefined;
    }
    const parsed = parse(value);
    if (parsed === undefined) {
      problems.push(frontMatterProblem(key, value, expected));
    }
    return parsed;
  }

  function readList<T>(
    key: string,
    expected: string,
    parse: (value: unknown) => T | undefined,
  ): T[] {
    const values = read(key, `a list of at most ${MOST_ENTRIES}`, value => {
      const list: unknown[] = Array.isArray(value) ? value : [value];
      return list.length <= MOST_ENTRIES ? list : undefined;
    });
    return (values ?? []).flatMap((value, index) => {
      const parsed = parse(value);
      if (parsed === undefined) {
        problems.push(frontMatterProblem(`${key}[${index}]`, value, expected));
        return [];
      }
      return [parsed];
    });
  }

  const day = 'a day, for example 2026-03-31';
  const interval = 'a length of time such as "6 months", "180 days" or "P6M"';
  const text = `text of at most ${LONGEST_TEXT} characters`;
  const frontMatter = {
    title: read('title', text, parseText),
    alerts: [...new Set(readList('alerts', 'the name of an alert', parseText))],
    owner: read('owner', text, parseText),
    severity: read('severity', text, parseText),
    automation: readList(
      'automation',
      'an http(s) address, or a mapping with title and url',
      parseAutomation,
    ),
    lastReviewedOn: read('last_reviewed_on', day, parseDay),
    reviewIn: read('review_in', interval, value =>
      parseInterval(parseText(value) ?? ''),
    ),
    lastTestedOn: read('last_tested_on', day, parseDay),
    testIn: read('test_in', interval, value =>
      parseInterval(parseText(value) ?? ''),
    ),
    lastTestResult: read(
      'last_test_result',
      '"passed" or "failed"',
      parseTestResult,
    ),
  };
  return { frontMatter, problems };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date)
  );
}

function parseText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  // Databases refuse zero bytes, and a line break would break a title.
  const text = String(value)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return text && text.length <= LONGEST_TEXT ? text : undefined;
}

function parseAutomation(value: unknown): RunbookAutomation | undefined {
  const url = isMapping(value) ? value.url : value;
  if (
    typeof url !== 'string' ||
    !/^https?:\/\//i.test(url) ||
    !URL.canParse(url)
  ) {
    return undefined;
  }
  const title = isMapping(value) ? parseText(value.title) : undefined;
  return { title: title ?? describeValue(url), url };
}

function parseTestResult(value: unknown): 'passed' | 'failed' | undefined {
  const text = parseText(value)?.toLocaleLowerCase('en-US');
  if (text === 'passed' || text === 'pass') return 'passed';
  return text === 'failed' || text === 'fail' ? 'failed' : undefined;
}
