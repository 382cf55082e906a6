import { handoverSummary, HandoverRequest } from './handover';
import { durationText, percentText } from './handoverText';
import { march } from './__fixtures__/onCallShift';
import { IncidentStatus } from './status';

const ada = { responderId: 'UADA', name: 'Ada Lovelace' };

function incident(rest: Partial<IncidentStatus> = {}): IncidentStatus {
  return {
    id: 'Q1',
    number: 17,
    title: 'checkout answers with errors',
    url: 'https://demo.pagerduty.com/incidents/Q1',
    source: { type: 'pagerduty', name: 'default' },
    service: { id: 'S1', name: 'Checkout' },
    urgency: 'high',
    status: 'resolved',
    createdAt: march('04 02:10'),
    acknowledgedAt: march('04 02:14'),
    acknowledgedBy: ada,
    acknowledgedAfterSeconds: 240,
    resolvedAt: march('04 04:15'),
    resolvedAfterSeconds: 7500,
    assignees: [],
    ...rest,
  };
}

const week: HandoverRequest = {
  title: 'Checkout',
  period: { from: march('02 08:00'), to: march('09 08:00') },
  timeZone: 'Europe/Berlin',
  incidents: [],
  alerts: [],
  budgets: [],
  openItems: [],
};

describe('handoverSummary', () => {
  it('tells the next person what was, what is, and what to go on with', () => {
    const summary = handoverSummary({
      ...week,
      incidents: [
        incident(),
        incident({
          id: 'Q2',
          number: 18,
          title: 'search is slow',
          url: undefined,
          urgency: 'low',
          priority: 'P3',
          status: 'triggered',
          createdAt: march('09 07:30'),
          acknowledgedAt: undefined,
          acknowledgedBy: undefined,
          resolvedAt: undefined,
          assignees: [ada],
        }),
      ],
      alerts: [
        {
          name: 'CheckoutErrorBudgetBurn',
          severity: 'page',
          summary: 'Burns 14 times too fast',
          state: 'firing',
          since: march('09 07:51'),
          runbookUrl: 'https://runbooks.example/checkout',
        },
      ],
      budgets: [
        { slo: 'Availability', spentRatio: 0.125, remainingRatio: -0.31 },
        { slo: 'Latency' },
      ],
      openItems: [
        { text: 'Raise the pool', url: 'https://x.example/1', owner: 'Alan' },
      ],
    });
    expect(summary).toBe(`# Hand-over of Checkout

Mon 2 Mar 2026 09:00 to Mon 9 Mar 2026 09:00 (Europe/Berlin)

## Open incidents (1)

- \\#18 search is slow: Checkout, low urgency, P3, triggered Mon 9 Mar 08:30, not acknowledged, with Ada Lovelace

## Resolved incidents (1)

- [\\#17 checkout answers with errors](https://demo.pagerduty.com/incidents/Q1): Checkout, high urgency, triggered Wed 4 Mar 03:10, acknowledged by Ada Lovelace after 4 min, resolved after 2 h 5 min

## Alerts (1)

- CheckoutErrorBudgetBurn (page): firing since Mon 9 Mar 08:51, Burns 14 times too fast, [runbook](https://runbooks.example/checkout)

## Error budgets (2)

- Availability: spent in this time 12.5 %, left −31 %
- Latency: spent in this time not known, left not known

## Open items (1)

- [Raise the pool](https://x.example/1) (Alan)
`);
  });

  it('tells which alerts nobody is told of, and until when', () => {
    const alert = {
      name: 'QueueGrows',
      state: 'firing',
      since: march('09 07:51'),
    } as const;
    const quiet = { silencedBy: [], inhibited: false, mutedBy: [] };
    const summary = handoverSummary({
      ...week,
      alerts: [
        { ...alert, suppression: { ...quiet, until: march('09 11:00') } },
        { ...alert, suppression: { ...quiet, inhibited: true } },
      ],
    });
    expect(summary)
      .toContain(`- QueueGrows: firing since Mon 9 Mar 08:51, silenced until Mon 9 Mar 12:00
- QueueGrows: firing since Mon 9 Mar 08:51, suppressed: nobody is told
`);
  });

  it('tells nothing apart from not known', () => {
    const lines = (request: HandoverRequest) =>
      handoverSummary(request).split('\n').filter(Boolean).slice(2, 6);
    expect(lines(week)).toEqual([
      '## Open incidents (0)',
      'None.',
      '## Resolved incidents (0)',
      'None.',
    ]);
    expect(lines({ ...week, incidents: undefined })).toEqual([
      '## Open incidents',
      'Not known: they could not be read.',
      '## Resolved incidents',
      'Not known: they could not be read.',
    ]);
  });

  it.each([
    {
      name: 'resolved before it',
      incident: incident({ resolvedAt: march('02 07:59') }),
      counts: false,
    },
    {
      name: 'resolved in it',
      incident: incident({
        createdAt: march('01 08:00'),
        resolvedAt: march('02 08:00'),
      }),
      counts: true,
    },
    {
      name: 'that lasted all of it',
      incident: incident({
        createdAt: march('01 08:00'),
        resolvedAt: march('10 08:00'),
      }),
      counts: true,
    },
    {
      name: 'created after it',
      incident: incident({
        createdAt: march('09 08:00'),
        resolvedAt: march('09 09:00'),
      }),
      counts: false,
    },
  ])(
    'tells of a resolved incident $name: $counts',
    ({ incident: only, counts }) => {
      expect(handoverSummary({ ...week, incidents: [only] })).toContain(
        `## Resolved incidents (${counts ? 1 : 0})`,
      );
    },
  );

  it('lets nothing that strangers wrote be more than text', () => {
    const evil = '[x](https://evil.example) <b>@here</b>\n# y | `z` ![i](//e)';
    const summary = handoverSummary({
      ...week,
      title: evil,
      timeZone: evil,
      incidents: [
        incident({
          title: evil,
          url: 'vbscript:run',
          priority: evil,
          service: { id: 'S', name: evil },
          acknowledgedBy: { responderId: 'U', name: evil },
        }),
        incident({
          status: 'triggered',
          assignees: [{ responderId: 'U', name: evil }],
        }),
      ],
      alerts: [
        {
          name: evil,
          severity: evil,
          summary: evil,
          state: 'firing',
          since: evil,
          runbookUrl: `https://runbooks.example/) ${evil}`,
        },
      ],
      budgets: [{ slo: evil }],
      openItems: [{ text: evil, owner: evil, url: evil }],
    });
    expect(summary).not.toMatch(/[^\\][<`|]|[^\\]\[x|\s@here|vbscript/);
    expect(
      summary.split('\n').filter(line => line.startsWith('#')),
    ).toHaveLength(6);
    expect(summary).toContain('(UTC)');
    expect(summary).toContain('(time not known)');
  });

  it('tells hours apart where clocks change in between', () => {
    const summary = handoverSummary({
      ...week,
      period: {
        from: '2026-10-24T20:00:00+02:00',
        to: '2026-10-25T08:00:00+01:00',
      },
      incidents: [
        incident({
          createdAt: '2026-10-25T00:30:00Z',
          acknowledgedAt: '2026-10-25T01:30:00Z',
          acknowledgedAfterSeconds: 3600,
          resolvedAt: '2026-10-25T01:40:00Z',
          resolvedAfterSeconds: 4200,
        }),
      ],
    });
    expect(summary).toContain(
      'Sat 24 Oct 2026 20:00 +02:00 to Sun 25 Oct 2026 08:00 +01:00',
    );
    expect(summary).toContain('triggered Sun 25 Oct 02:30 +02:00');
    expect(summary).toContain('after 1 h, resolved after 1 h 10 min');
  });

  it('does not go on for ever', () => {
    const incidents = Array.from({ length: 60 }, (_, index) =>
      incident({ id: `Q${index}` }),
    );
    const summary = handoverSummary({ ...week, incidents });
    expect(summary).toContain('## Resolved incidents (60)');
    expect(summary).toContain('- and 10 more');
  });

  it('claims no duration where times contradict each other', () => {
    const odd = incident({
      acknowledgedAfterSeconds: undefined,
      resolvedAfterSeconds: undefined,
    });
    expect(handoverSummary({ ...week, incidents: [odd] })).toContain(
      'acknowledged by Ada Lovelace, resolved\n',
    );
  });

  const unacknowledged = {
    acknowledgedAt: undefined,
    acknowledgedBy: undefined,
  };
  it.each<[string, Partial<IncidentStatus>]>([
    [
      'first triggered Wed 4 Mar 03:10, reopened Mon 9 Mar 08:50, acknowledged by Ada Lovelace after 4 min, resolved after 2 h 5 min',
      { reopenedAt: march('09 07:50') },
    ],
    [
      'acknowledged by Ada Lovelace after 4 min, and not any more',
      { status: 'triggered' },
    ],
    [
      'acknowledged by a machine only',
      { ...unacknowledged, unacknowledged: 'acknowledged_by_machine' },
    ],
    [
      'acknowledged, by whom is not known',
      {
        ...unacknowledged,
        status: 'acknowledged',
        unacknowledged: 'log_incomplete',
      },
    ],
    [
      'whether it was acknowledged is not known',
      { ...unacknowledged, unacknowledged: 'log_incomplete' },
    ],
    [
      'triggered Wed 4 Mar 03:10, not acknowledged',
      { ...unacknowledged, unacknowledged: 'never_acknowledged' },
    ],
    [
      'triggered Wed 4 Mar 03:10, not acknowledged',
      {
        ...unacknowledged,
        status: 'triggered',
        unacknowledged: 'not_yet_acknowledged',
      },
    ],
  ])('tells of an incident: %s', (words, rest) => {
    expect(handoverSummary({ ...week, incidents: [incident(rest)] })).toContain(
      words,
    );
  });
});

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [0.4, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [119, '1 min'],
    [3600, '1 h'],
    [7500, '2 h 5 min'],
    [86400 * 5 + 3 * 3600 + 59, '5 d 3 h'],
  ])('of %d s is %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});

describe('percentText', () => {
  it.each([
    [0.125, '12.5 %'],
    [1.5, '150 %'],
    [-0.31, '−31 %'],
    [-0.0001, '0 %'],
    [NaN, 'not known'],
    [undefined, 'not known'],
  ])('of %s is %s', (ratio, text) => {
    expect(percentText(ratio)).toBe(text);
  });
});
