import { RunbookState } from './model';
import { worstRunbooksFirst } from './order';
import {
  JudgedRunbooks,
  runbooksVerdict,
  RunbooksTone,
  RunbooksVerdictCode,
} from './runbooksVerdict';

const worstToBest: RunbookState[] = [
  'missing',
  'dead_link',
  'test_failed',
  'untested',
  'review_overdue',
  'owner_changed',
  'unchecked',
  'fresh',
];

const runbook = (state: RunbookState, title: string = state) => ({
  id: title,
  title,
  state,
});

describe('worstRunbooksFirst', () => {
  it('orders by state, then by title', () => {
    const runbooks = [
      ...worstToBest.map(state => runbook(state)).reverse(),
      runbook('missing', 'a'),
    ];
    expect(worstRunbooksFirst(runbooks).map(({ title }) => title)).toEqual([
      'a',
      ...worstToBest,
    ]);
  });
});

describe('runbooksVerdict', () => {
  const asOf = '2026-11-23T10:00:00.000Z';
  const calm: JudgedRunbooks = {
    asOf,
    runbooks: [runbook('fresh')],
    firing: [],
    alertsWithoutRunbook: [],
    sections: { alerts: { state: 'ok', asOf } },
  };
  const since = '2026-11-23T09:50:00.000Z';
  const alert = {
    name: 'Errors',
    severity: 'page',
    state: 'firing',
    since,
  } as const;
  const ticket = { ...alert, name: 'Slow', severity: 'ticket' };
  const runbookUrl = 'https://wiki.example/errors';

  it.each<
    [string, Partial<JudgedRunbooks>, RunbooksTone, RunbooksVerdictCode, object]
  >([
    ['all fresh', {}, 'fine', 'fresh', { count: 1 }],
    [
      'a firing page with its runbook',
      { firing: [{ ...alert, runbookId: 'fresh', runbookUrl }] },
      'act_now',
      'firing',
      {
        count: 1,
        alert: 'Errors',
        since,
        runbookId: 'fresh',
        title: 'fresh',
      },
    ],
    [
      'what there is a runbook for comes first',
      {
        firing: [
          { ...alert, name: 'B' },
          { ...alert, runbookId: 'fresh' },
        ],
      },
      'act_now',
      'firing',
      {
        count: 2,
        alert: 'Errors',
        since,
        runbookId: 'fresh',
        title: 'fresh',
      },
    ],
    [
      'a page without a runbook comes before a ticket with one',
      { firing: [alert, { ...ticket, runbookId: 'fresh' }] },
      'act_now',
      'firing_without_runbook',
      { count: 2, alert: 'Errors', since },
    ],
    [
      'a page whose runbook is not one of these',
      { firing: [{ ...alert, runbookId: 'other', runbookUrl }] },
      'act_now',
      'firing_outside',
      { count: 1, alert: 'Errors', since },
    ],
    [
      'a firing ticket can wait for the day',
      { firing: [{ ...ticket, runbookId: 'fresh' }] },
      'look_today',
      'firing',
      { count: 1, alert: 'Slow', since, runbookId: 'fresh', title: 'fresh' },
    ],
    [
      'a page that was firing when alerts were last read',
      {
        firing: [alert],
        sections: { alerts: { state: 'stale', asOf } },
      },
      'act_now',
      'firing_without_runbook',
      { count: 1, alert: 'Errors', since, alertsAsOf: asOf },
    ],
    [
      'a silenced page is no alarm',
      {
        firing: [
          {
            ...alert,
            suppression: { silencedBy: [], inhibited: true, mutedBy: [] },
          },
        ],
      },
      'fine',
      'fresh',
      { count: 1 },
    ],
    [
      'a pending alert is no alarm',
      { firing: [{ ...alert, state: 'pending' }] },
      'fine',
      'fresh',
      { count: 1 },
    ],
    [
      'the worst runbook, and how many are in need',
      {
        runbooks: [
          runbook('fresh'),
          runbook('untested'),
          runbook('dead_link'),
          runbook('unchecked'),
        ],
      },
      'look_today',
      'dead_link',
      { count: 2, of: 4, runbookId: 'dead_link', title: 'dead_link' },
    ],
    [
      'alerts that nothing covers',
      { alertsWithoutRunbook: ['A', 'B'] },
      'look_today',
      'alerts_without_runbook',
      { count: 2, alert: 'A' },
    ],
    ['no runbook at all', { runbooks: [] }, 'look_today', 'none', {}],
    [
      'one nobody could look at is not fine',
      { runbooks: [runbook('fresh'), runbook('unchecked')] },
      'unknown',
      'unchecked',
      { count: 1, of: 2, runbookId: 'unchecked', title: 'unchecked' },
    ],
    [
      'all fresh, but alerts have not been read for long',
      { sections: { alerts: { state: 'stale', asOf } } },
      'unknown',
      'alerts_unread',
      { count: 1, alertsAsOf: asOf },
    ],
    [
      'all fresh, but alerts have never been read',
      { sections: { alerts: { state: 'pending' } } },
      'unknown',
      'alerts_unread',
      { count: 1 },
    ],
    [
      'all fresh, and nobody reads alerts',
      { sections: { alerts: { state: 'not_configured' } } },
      'fine',
      'fresh',
      { count: 1 },
    ],
    [
      'nothing was read yet',
      { asOf: undefined, runbooks: [] },
      'unknown',
      'pending',
      {},
    ],
  ])('%s', (_, changes, tone, code, params) => {
    expect(runbooksVerdict({ ...calm, ...changes })).toEqual({
      tone,
      code,
      params,
    });
  });

  it.each(worstToBest)('is fine with %s only if it is fresh', state => {
    const { tone } = runbooksVerdict({ ...calm, runbooks: [runbook(state)] });
    expect(tone === 'fine').toBe(state === 'fresh');
  });
});
