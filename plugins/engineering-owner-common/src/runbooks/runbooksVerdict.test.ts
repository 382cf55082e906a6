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
  const calm: JudgedRunbooks = {
    asOf: '2026-11-23T10:00:00.000Z',
    runbooks: [runbook('fresh')],
    firing: [],
    alertsWithoutRunbook: [],
  };
  const alert = { name: 'Errors', state: 'firing' } as const;

  it.each<
    [string, Partial<JudgedRunbooks>, RunbooksTone, RunbooksVerdictCode, object]
  >([
    ['all fresh', {}, 'fine', 'fresh', { count: 1 }],
    [
      'a firing alert with its runbook',
      { firing: [{ ...alert, runbookId: 'fresh' }] },
      'act_now',
      'firing',
      { count: 1, alert: 'Errors', runbookId: 'fresh', title: 'fresh' },
    ],
    [
      'a firing alert without one, which is worse',
      {
        firing: [
          { ...alert, runbookId: 'fresh' },
          { ...alert, name: 'B' },
        ],
      },
      'act_now',
      'firing_without_runbook',
      { count: 1, alert: 'B' },
    ],
    [
      'a pending alert is no alarm',
      { firing: [{ ...alert, state: 'pending' }] },
      'fine',
      'fresh',
      { count: 1 },
    ],
    [
      'the worst runbook',
      { runbooks: [runbook('fresh'), runbook('dead_link')] },
      'look_today',
      'dead_link',
      { count: 1, of: 2, runbookId: 'dead_link', title: 'dead_link' },
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
