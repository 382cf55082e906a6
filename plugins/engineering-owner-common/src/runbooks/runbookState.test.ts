import { RunbookFrontMatter } from './frontMatter';
import { RunbookState } from './model';
import { RunbookReading, UncheckedReason } from './reading';
import { judgeRunbook } from './runbookState';

const today = '2026-11-23';
const owners = ['group:default/shop', 'user:default/alex'];
const defaults = { reviewEvery: 'P180D', testEvery: 'P365D' };

const good: RunbookFrontMatter = {
  alerts: [],
  automation: [],
  owner: 'shop',
  lastReviewedOn: '2026-11-01',
  lastTestedOn: '2026-11-01',
};

function judge(
  changes: Partial<RunbookFrontMatter>,
  reading: RunbookReading = { state: 'read' },
) {
  return judgeRunbook({
    reading,
    frontMatter: { ...good, ...changes },
    owners,
    defaults,
    today,
  });
}

describe('judgeRunbook', () => {
  it.each<[string, Partial<RunbookFrontMatter>, RunbookState]>([
    ['all well', {}, 'fresh'],
    ['owner changed', { owner: 'payments' }, 'owner_changed'],
    ['review long ago', { lastReviewedOn: '2025-01-01' }, 'review_overdue'],
    ['never reviewed', { lastReviewedOn: undefined }, 'review_overdue'],
    ['test long ago', { lastTestedOn: '2024-01-01' }, 'untested'],
    ['never tested', { lastTestedOn: undefined }, 'untested'],
    ['test failed', { lastTestResult: 'failed' }, 'test_failed'],
    ['test passed', { lastTestResult: 'passed' }, 'fresh'],
    [
      'a passed test does not last for ever',
      { lastTestResult: 'passed', lastTestedOn: '2020-01-01' },
      'untested',
    ],
    [
      'untested is worse than review overdue',
      { lastTestedOn: undefined, lastReviewedOn: undefined },
      'untested',
    ],
    [
      'review overdue is worse than a changed owner',
      { lastReviewedOn: undefined, owner: 'payments' },
      'review_overdue',
    ],
    [
      'a failed test is worse than all of these',
      { lastTestResult: 'failed', lastTestedOn: undefined, owner: 'payments' },
      'test_failed',
    ],
    ['its own interval holds longer', ownInterval('P2Y'), 'fresh'],
    ['its own interval holds shorter', ownInterval('P1M'), 'review_overdue'],
  ])('%s', (_, changes, state) => {
    expect(judge(changes).state).toBe(state);
  });

  function ownInterval(reviewIn: string) {
    return { lastReviewedOn: '2026-06-01', reviewIn };
  }

  it.each([
    ['2026-05-27', 'fresh', '2026-11-23'],
    ['2026-05-26', 'review_overdue', '2026-11-22'],
  ])('a review of %s is %s: it holds until %s', (day, state, until) => {
    expect(judge({ lastReviewedOn: day })).toMatchObject({
      state,
      reviewDueOn: until,
    });
  });

  it('says until when the test holds', () => {
    expect(judge({}).testDueOn).toBe('2027-11-01');
  });

  it.each([
    ['lastReviewedOn', 'review_overdue', 'last_reviewed_on is 2027-01-01'],
    ['lastTestedOn', 'untested', 'last_tested_on is 2027-01-01'],
  ])('takes no %s in the future for a proof', (key, state, message) => {
    const judgement = judge({ [key]: '2027-01-01' });
    expect(judgement.state).toBe(state);
    expect(judgement.problems).toEqual([
      expect.objectContaining({
        code: 'runbook_date_in_future',
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it.each<[RunbookReading, RunbookState, string]>([
    [{ state: 'no_place' }, 'missing', 'runbook_no_place'],
    [{ state: 'empty' }, 'missing', 'runbook_empty'],
    [{ state: 'not_found' }, 'dead_link', 'runbook_not_found'],
    ...(
      [
        'not_read_yet',
        'not_allowed',
        'unreadable',
        'too_large',
        'not_markdown',
      ] as const
    ).map((reason): [RunbookReading, RunbookState, string] => [
      { state: 'unchecked', reason },
      'unchecked',
      codeOf(reason),
    ]),
  ])('%j is %s, whatever was known before', (reading, state, code) => {
    expect(judge({}, reading)).toEqual({
      state,
      problems: [expect.objectContaining({ code })],
    });
  });

  function codeOf(reason: UncheckedReason) {
    return `runbook_${reason}`;
  }

  it('judges what it knew while a host fails, and says so', () => {
    const failingSince = '2026-11-23T10:00:00.000Z';
    expect(judge({}, { state: 'read', failingSince })).toMatchObject({
      state: 'fresh',
      problems: [
        { code: 'runbook_not_read_again', params: { since: failingSince } },
      ],
    });
  });

  it.each([
    ['shop', 'fresh'],
    ['Shop', 'fresh'],
    ['group:default/shop', 'fresh'],
    ['group:shop', 'fresh'],
    ['alex', 'fresh'],
    ['user:default/alex', 'fresh'],
    ['group:other/shop', 'owner_changed'],
    ['user:default/shop', 'owner_changed'],
    ['sam', 'owner_changed'],
    ['#team-shop', 'fresh'],
    ['shop@example.com', 'fresh'],
    ['Team Payments', 'fresh'],
    ['a:b:c', 'fresh'],
  ])('with the owner %s it is %s', (owner, state) => {
    expect(judge({ owner }).state).toBe(state);
  });

  it('says nothing about owners while those of the entity are not known', () => {
    expect(
      judgeRunbook({
        reading: { state: 'read' },
        frontMatter: { ...good, owner: 'payments' },
        owners: [],
        defaults,
        today,
      }).state,
    ).toBe('fresh');
  });
});
