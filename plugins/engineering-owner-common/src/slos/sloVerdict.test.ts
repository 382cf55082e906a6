import { compareSlos } from './severity';
import { ReadingState } from './reading';
import { JudgedSlo, SloTone, sloVerdict, SloVerdictCode } from './sloVerdict';
import {
  AlertPairState,
  AlertPairStatus,
  BurnRate,
  ErrorBudget,
} from './status';

const since = '2026-03-04T02:10:00.000Z';

function budget(remainingRatio: number): ErrorBudget {
  return {
    known: true,
    consumedRatio: 1 - remainingRatio,
    remainingRatio,
    badEventsAllowed: 100,
    badEventsLeft: 100 * remainingRatio,
    exhaustion: { kind: 'unknown' },
  };
}

function alert(
  severity: 'page' | 'ticket',
  state: AlertPairState,
  previous?: AlertPairStatus['previous'],
): AlertPairStatus {
  return {
    severity,
    longWindow: '1h',
    shortWindow: '5m',
    factor: 14.4,
    state,
    since,
    previous,
  };
}

function burn(window: string, state: ReadingState): BurnRate {
  return {
    window,
    state,
    asOf: since,
    coverage: 1,
    lowTraffic: false,
  } as BurnRate;
}

const healthy: JudgedSlo = {
  state: 'ok',
  now: { state: 'ok' },
  budget: budget(0.8),
  alerts: [alert('page', 'ok'), alert('ticket', 'ok')],
};
const unread = { known: false } as const;
const problem = {
  code: 'sli_label_missing',
  severity: 'error' as const,
  message: 'label "status" does not exist',
};

/** Worst first: the order of this table is the order on the page. */
const rows: Array<[string, Partial<JudgedSlo>, SloTone, SloVerdictCode]> = [
  [
    'a page fires',
    { alerts: [alert('page', 'firing')] },
    'act_now',
    'page_firing',
  ],
  [
    'its own window cannot be measured, and a page fires',
    { state: 'invalid', problem, alerts: [alert('page', 'firing')] },
    'act_now',
    'page_firing',
  ],
  [
    'a page was firing and its short window has no traffic now',
    {
      alerts: [
        alert('page', 'unknown', { state: 'firing', since }),
        alert('page', 'rising'),
        alert('ticket', 'firing'),
      ],
    },
    'act_now',
    'page_was_firing',
  ],
  [
    'data ended while a page was firing',
    {
      now: { state: 'no_data', since },
      alerts: [alert('page', 'unknown', { state: 'firing', since })],
    },
    'act_now',
    'no_data',
  ],
  [
    'the source fell silent while a page was firing',
    {
      now: { state: 'stale', since },
      alerts: [
        alert('page', 'unknown', { state: 'firing', since }),
        alert('ticket', 'rising'),
      ],
    },
    'act_now',
    'stale',
  ],
  ['data ended', { now: { state: 'no_data', since } }, 'unknown', 'no_data'],
  ['the budget is spent', { budget: budget(0) }, 'look_today', 'exhausted'],
  [
    'a ticket fires',
    { alerts: [alert('ticket', 'firing')] },
    'look_today',
    'ticket_firing',
  ],
  [
    'a ticket was firing and its short window has no traffic now',
    {
      alerts: [
        alert('ticket', 'unknown', { state: 'firing', since }),
        alert('page', 'held'),
        alert('page', 'recovering'),
      ],
    },
    'look_today',
    'ticket_was_firing',
  ],
  [
    'a page rises',
    { alerts: [alert('page', 'rising')] },
    'look_today',
    'rising',
  ],
  ['a page is held', { alerts: [alert('page', 'held')] }, 'look_today', 'held'],
  [
    'a page recovers',
    { alerts: [alert('page', 'recovering')] },
    'look_today',
    'recovering',
  ],
  [
    'the definition is wrong',
    { state: 'invalid', problem, budget: unread },
    'unknown',
    'invalid',
  ],
  [
    'nothing was ever seen',
    { state: 'no_data', now: { state: 'no_data' }, budget: unread },
    'unknown',
    'never_seen',
  ],
  [
    'its own window is stale',
    { state: 'stale', budget: unread },
    'unknown',
    'stale',
  ],
  [
    'the source fell silent while a ticket was firing',
    {
      now: { state: 'stale', since },
      alerts: [alert('page', 'ok'), alert('ticket', 'firing')],
    },
    'look_today',
    'stale',
  ],
  [
    'the source fell silent when the budget was spent',
    { now: { state: 'stale', since }, budget: budget(-0.3) },
    'look_today',
    'stale',
  ],
  [
    'its budget was spent when its own window was last read',
    {
      state: 'stale',
      now: { state: 'stale', since },
      budget: { known: false, lastRemainingRatio: -0.3 },
    },
    'look_today',
    'stale',
  ],
  [
    'only its own window is stale, and its budget was spent',
    { state: 'stale', budget: { known: false, lastRemainingRatio: 0 } },
    'look_today',
    'stale',
  ],
  [
    'its budget was not spent when its own window was last read',
    {
      state: 'stale',
      now: { state: 'stale', since },
      budget: { known: false, lastRemainingRatio: 0.01 },
    },
    'unknown',
    'stale',
  ],
  [
    'the source fell silent while a page was rising',
    { now: { state: 'stale', since }, alerts: [alert('page', 'rising')] },
    'unknown',
    'stale',
  ],
  [
    'everything is stale',
    { now: { state: 'stale', since } },
    'unknown',
    'stale',
  ],
  [
    'it cannot be read',
    { state: 'query_error', budget: unread },
    'unknown',
    'query_error',
  ],
  [
    'a page cannot be judged, and all else is fine',
    { alerts: [alert('page', 'unknown'), alert('page', 'ok')] },
    'unknown',
    'unjudged',
  ],
  [
    'there is no traffic',
    { state: 'no_traffic', budget: unread },
    'unknown',
    'no_traffic',
  ],
  [
    'there is no traffic now',
    { now: { state: 'no_traffic' } },
    'unknown',
    'no_traffic',
  ],
  [
    'nothing was read yet',
    { state: 'pending', now: { state: 'unknown' }, budget: unread },
    'unknown',
    'pending',
  ],
  [
    'the present was not read yet',
    { now: { state: 'unknown' } },
    'unknown',
    'pending',
  ],
  [
    'hardly any of the window was read',
    { state: 'partial', coverage: 0.03 },
    'unknown',
    'partial',
  ],
  [
    'less than half of the window was read',
    { state: 'partial', coverage: 0.49 },
    'unknown',
    'partial',
  ],
  ['there are few events', { state: 'low_traffic' }, 'fine', 'low_traffic'],
  [
    'half of the window was read',
    { state: 'partial', coverage: 0.5 },
    'fine',
    'partial',
  ],
  ['all is well', {}, 'fine', 'ok'],
  [
    'all is well but for a ticket that cannot be judged',
    { alerts: [alert('page', 'ok'), alert('ticket', 'unknown')] },
    'fine',
    'ok',
  ],
];

describe('sloVerdict', () => {
  it.each(rows)('when %s', (_, change, tone, code) => {
    expect(sloVerdict({ ...healthy, ...change })).toMatchObject({ tone, code });
  });

  it('is fine only with a measured window, a present and a budget left', () => {
    const fine = rows.filter(([, , tone]) => tone === 'fine');
    for (const [, change] of fine) {
      const slo = { ...healthy, ...change };
      expect(slo.budget.known && slo.now.state).toBe('ok');
      expect(slo.coverage ?? 1).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('says since when a page was firing, when the data ended and why', () => {
    const firingSince = '2026-03-04T01:00:00.000Z';
    expect(
      sloVerdict({
        ...healthy,
        now: { state: 'stale', since },
        alerts: [
          alert('page', 'unknown', { state: 'firing', since: firingSince }),
        ],
        burnRates: [
          {
            window: '5m',
            state: 'stale',
            asOf: since,
            coverage: 1,
            lowTraffic: false,
            lastError: 'connect ECONNREFUSED',
          },
        ],
      }),
    ).toEqual({
      tone: 'act_now',
      code: 'stale',
      params: {
        wasFiring: true,
        firingSince,
        since,
        lastError: 'connect ECONNREFUSED',
      },
    });
  });

  it.each([
    ['no traffic in the short one', '5m', 'no_traffic', 'no_traffic'],
    ['no data in the short one', '5m', 'no_data', 'no_data'],
    ['no traffic in the long one', '1h', 'no_traffic', 'no_traffic'],
    ['the short one not read', '5m', 'pending', undefined],
  ] as const)(
    'says which window a page can no longer be judged by: %s',
    (_, window, state, missing) => {
      const { params } = sloVerdict({
        ...healthy,
        alerts: [alert('page', 'unknown', { state: 'firing', since })],
        burnRates: ['1h', '5m'].map(each =>
          burn(each, each === window ? state : 'ok'),
        ),
      });
      expect(params).toEqual({
        wasFiring: true,
        firingSince: since,
        remainingRatio: 0.8,
        window,
        ...(missing && { missing }),
      });
    },
  );

  it('names what is wrong with a definition', () => {
    expect(
      sloVerdict({ ...healthy, state: 'invalid', problem, budget: unread }),
    ).toEqual({
      tone: 'unknown',
      code: 'invalid',
      params: { problem: 'label "status" does not exist' },
    });
  });
});

describe('compareSlos', () => {
  it('puts the worst first, in the order of the table', () => {
    const named = rows.map(([name, change]) => ({
      ...healthy,
      ...change,
      name,
    }));
    const tieless = named.filter(
      ({ name, now: present }) =>
        (present.state !== 'stale' || name.includes('a page was firing')) &&
        name !== 'only its own window is stale, and its budget was spent' &&
        name !== 'there is no traffic now' &&
        name !== 'the present was not read yet',
    );
    const sorted = [...tieless].reverse().sort(compareSlos);
    expect(sorted.map(({ name }) => name)).toEqual(
      tieless.map(({ name }) => name),
    );
  });

  it('puts less budget first among equals, then the name', () => {
    const slos = [
      { ...healthy, name: 'b', budget: budget(0.2) },
      { ...healthy, name: 'a', budget: budget(0.9) },
      { ...healthy, name: 'a', budget: budget(0.2) },
    ];
    expect(
      slos
        .sort(compareSlos)
        .map(({ name, budget: left }) => [
          name,
          left.known && left.remainingRatio,
        ]),
    ).toEqual([
      ['a', 0.2],
      ['b', 0.2],
      ['a', 0.9],
    ]);
  });
});
