import { Problem } from '../problem';
import { RunbookFrontMatter } from './frontMatter';
import { addInterval } from './interval';
import { RunbookState } from './model';
import { readingProblem, RunbookReading } from './reading';
import { compareOwner } from './runbookOwner';

/**
 * How long reviews and tests hold unless the runbook says otherwise, ISO 8601.
 *
 * @public
 */
export interface RunbookDefaults {
  reviewEvery: string;
  testEvery: string;
}

/**
 * @public
 */
export interface JudgedRunbook {
  reading: RunbookReading;
  /** Absent when it was never read. */
  frontMatter?: RunbookFrontMatter;
  /** Entity refs of those who answer for the entity; empty: not known. */
  owners: readonly string[];
  defaults: RunbookDefaults;
  /** `YYYY-MM-DD`, in UTC. */
  today: string;
}

/**
 * @public
 */
export interface RunbookJudgement {
  state: RunbookState;
  /** The last day the review holds, `YYYY-MM-DD`. */
  reviewDueOn?: string;
  testDueOn?: string;
  problems: Problem[];
}

/**
 * Judges a runbook: the worst state that applies. A review or test that never
 * took place is as bad as one that is overdue; a date in the future is a
 * mistake and proves nothing.
 *
 * @public
 */
export function judgeRunbook(runbook: JudgedRunbook): RunbookJudgement {
  const { reading, frontMatter, defaults, today } = runbook;
  const problem = readingProblem(reading);
  const problems: Problem[] = problem ? [problem] : [];
  if (reading.state !== 'read' || !frontMatter) {
    return { state: unreadState(reading), problems };
  }

  const holds = (
    key: string,
    last: string | undefined,
    every: string,
  ): { until?: string; holds: boolean } => {
    if (last === undefined) return { holds: false };
    if (last > today) {
      problems.push(futureProblem(key, last));
      return { holds: false };
    }
    const until = addInterval(last, every);
    return { until, holds: until !== undefined && until >= today };
  };
  const review = holds(
    'last_reviewed_on',
    frontMatter.lastReviewedOn,
    frontMatter.reviewIn ?? defaults.reviewEvery,
  );
  const test = holds(
    'last_tested_on',
    frontMatter.lastTestedOn,
    frontMatter.testIn ?? defaults.testEvery,
  );

  const state = (): RunbookState => {
    if (frontMatter.lastTestResult === 'failed') return 'test_failed';
    if (!test.holds) return 'untested';
    if (!review.holds) return 'review_overdue';
    return frontMatter.owner !== undefined &&
      compareOwner(frontMatter.owner, runbook.owners) === 'other'
      ? 'owner_changed'
      : 'fresh';
  };
  return {
    state: state(),
    ...(review.until && { reviewDueOn: review.until }),
    ...(test.until && { testDueOn: test.until }),
    problems,
  };
}

function unreadState(reading: RunbookReading): RunbookState {
  switch (reading.state) {
    case 'no_place':
    case 'empty':
      return 'missing';
    case 'not_found':
      return 'dead_link';
    default:
      return 'unchecked';
  }
}

function futureProblem(key: string, day: string): Problem {
  return {
    code: 'runbook_date_in_future',
    severity: 'warning',
    message: `${key} is ${day}, which is yet to come; expected the day it took place`,
    params: { key, value: day },
  };
}
