// Hostile addresses are what some of these tests are about.
/* eslint-disable no-script-url */
import type { OnCallServiceStatus } from '@engineering-owner/backstage-plugin-common';
import { screen, within } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import {
  ago,
  DAYS,
  MINUTES,
  NOW as now,
} from '../__testUtils__/fixtures/clock';
import {
  alert,
  busyOnCall,
  emptyOnCall,
  incident,
  quietOnCall,
  staleOnCall,
} from '../__testUtils__/fixtures/onCall';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { OnCallTab } from './OnCallTab';

function render(onCall: ReturnType<typeof quietOnCall> | Error) {
  return renderOnEntity(<OnCallTab />, new FixtureApi({ onCall }));
}

describe('the On-call tab', () => {
  it('keeps the layout while it loads', async () => {
    await renderOnEntity(<OnCallTab />, new FixtureApi({}));
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await render(new Error('connection refused'));
    expect(await screen.findAllByText(/connection refused/)).not.toHaveLength(
      0,
    );
  });

  it('makes one request', async () => {
    const api = new FixtureApi({ onCall: busyOnCall(now) });
    await renderOnEntity(<OnCallTab />, api);
    await screen.findByText('Who is on call');
    expect(api.asked).toEqual(['onCall']);
  });

  it('heads with who waits past the target and leads there', async () => {
    await render(busyOnCall(now));
    expect(
      await screen.findByText(
        /1 incident has not been acknowledged for 7.min \(target 5.min\)\./,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open in PagerDuty' }),
    ).toHaveAttribute('href', 'https://example.pagerduty.com/incidents/Q1X');
  });

  it.each<[string, Partial<OnCallServiceStatus>, RegExp, RegExp | undefined]>([
    ['disabled', { status: 'disabled' }, /“Checkout” is disabled/, undefined],
    [
      'in maintenance',
      { status: 'maintenance' },
      /^The on-call service “Checkout” is in maintenance: it opens no incident/,
      /^“Checkout” is in maintenance in PagerDuty/,
    ],
    [
      'in a state nobody understands',
      { status: 'unknown' },
      /^No open incident; whether the on-call service “Checkout” opens any/,
      /^Whether “Checkout” opens incidents is not known/,
    ],
  ])(
    'is not green for a service that is %s',
    async (_, change, sentence, note) => {
      const quiet = quietOnCall(now);
      await render({
        ...quiet,
        services: [{ ...quiet.services[0], ...change }],
      });
      const headline = await screen.findByRole('heading', { level: 2 });
      expect(headline).toHaveTextContent(sentence);
      expect(headline.querySelector('[data-tone=fine]')).toBeNull();
      expect(note ? screen.getAllByText(note) : []).toHaveLength(note ? 1 : 0);
    },
  );

  it('shows open incidents with age, urgency, who has them and a link out', async () => {
    await render(busyOnCall(now));
    const list = await screen.findByRole('list', { name: /^Open incidents/ });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /#4711 · high urgency · open for 7.min · not acknowledged · assigned to Ada Lovelace/,
    );
    expect(second).toHaveTextContent(/acknowledged by Alan Turing/);
    const link = within(first).getByRole('link', {
      name: /checkout: 5xx above 1 % – Open in PagerDuty/,
    });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it('tells the age of a reopened incident since then, and when it was there first', async () => {
    const busy = busyOnCall(now);
    await render({
      ...busy,
      incidents: {
        ...busy.incidents,
        open: [
          incident(now, {
            createdAt: ago(now, 5 * DAYS),
            reopenedAt: ago(now, 9 * MINUTES),
            acknowledgementLostAt: ago(now, 6 * MINUTES),
          }),
          incident(now, {
            id: 'Q2',
            status: 'acknowledged',
            unacknowledged: 'acknowledged_by_machine',
          }),
          incident(now, {
            id: 'Q3',
            status: 'acknowledged',
            unacknowledged: 'log_incomplete',
          }),
        ],
      },
    });
    expect(
      await screen.findByText(/has not been acknowledged for 6.min/),
    ).toBeVisible();
    const list = screen.getByRole('list', { name: /^Open incidents/ });
    const [reopened, machine, unknown] = within(list).getAllByRole('listitem');
    expect(reopened).toHaveTextContent(
      /open for 9.min · first triggered .+ · not acknowledged any more for 6.min/,
    );
    expect(machine).toHaveTextContent('· acknowledged by a machine ·');
    expect(unknown).toHaveTextContent('· acknowledged ·');
  });

  it('shows alerts with severity, age and their runbook', async () => {
    await render(busyOnCall(now));
    const list = await screen.findByRole('list', { name: 'Alerts' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/firing · page · for 9.min/);
    expect(within(first).getByText('Runbook')).toHaveAttribute(
      'href',
      '/tabs/runbooks?runbook=rb-5xx',
    );
    expect(second).toHaveTextContent(/about to fire · ticket · .*no runbook/);
  });

  it('lists the first hundred of a storm of alerts, and counts all', async () => {
    await render({
      ...quietOnCall(now),
      alerts: Array.from({ length: 130 }, (_, n) =>
        alert(now, { fingerprint: `f${n}` }),
      ),
    });
    const list = await screen.findByRole('list', { name: 'Alerts' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(100);
    expect(screen.getByText('and 30 more, less urgent')).toBeInTheDocument();
    expect(screen.getByText(/^130 alerts are firing/)).toBeInTheDocument();
  });

  it('says who silenced an alert until when, and that one is inhibited or muted', async () => {
    const endsAt = new Date(now.getTime() + 2 * 3_600_000).toISOString();
    const suppression = { silencedBy: [], inhibited: false, mutedBy: [] };
    await render({
      ...quietOnCall(now),
      alerts: [
        alert(now, {
          suppression: {
            ...suppression,
            silencedBy: [
              {
                id: 's1',
                createdBy: 'ada',
                endsAt,
                comment: '<b>moving</b> the database',
                url: 'https://alerts.example.com/#/silences/s1',
              },
              { id: 's2' },
            ],
          },
        }),
        alert(now, {
          fingerprint: 'f2',
          suppression: {
            ...suppression,
            inhibited: true,
            mutedBy: ['weekends'],
          },
        }),
        alert(now, { fingerprint: 'f3', suppression }),
      ],
    });
    const list = await screen.findByRole('list', { name: 'Alerts' });
    const [silenced, other, unexplained] =
      within(list).getAllByRole('listitem');
    expect(silenced).toHaveTextContent(
      /firing · page · for 9.min.*silenced until \S+.* by ada: <b>moving<\/b> the database Silence.*silenced/,
    );
    expect(within(silenced).getByText('Silence')).toHaveAttribute(
      'href',
      'https://alerts.example.com/#/silences/s1',
    );
    expect(other).toHaveTextContent(
      /inhibited: another alert makes it redundant.*muted by the time interval weekends/,
    );
    expect(unexplained).toHaveTextContent('nobody is told');
  });

  it('says that the entity is in maintenance, until when and by whom', async () => {
    await render({
      ...quietOnCall(now),
      maintenance: [
        {
          source: { type: 'alertmanager', name: 'main' },
          silenceId: 's1',
          startsAt: now.toISOString(),
          endsAt: new Date(now.getTime() + 3_600_000).toISOString(),
          createdBy: 'ada',
          comment: 'moving the database',
        },
      ],
    });
    expect(
      await screen.findByText(/^In maintenance: all alerts are silenced until/),
    ).toHaveTextContent(/until \S+.* by ada\. moving the database$/);
  });

  it('shows each level: who, until when, who next, and the gaps', async () => {
    await render(busyOnCall(now));
    await screen.findByText('Who is on call');
    expect(screen.getByText('called first')).toBeInTheDocument();
    expect(screen.getAllByText(/^until /)).toHaveLength(2);
    expect(screen.getByText(/^then Grace Hopper from /)).toBeInTheDocument();
    expect(
      screen.getByText(
        /nobody from .* to .*, and 1 more gap within four weeks/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('always')).toBeInTheDocument();
  });

  it('shows response times with n, target and what was left out', async () => {
    await render(quietOnCall(now));
    expect(
      await screen.findByText('Response, last 30 days'),
    ).toBeInTheDocument();
    expect(screen.getByText(/p90 9.min · mean 4.min · n = 23/)).toBeVisible();
    expect(
      screen.getByText(/19 of 23 within the target of 5.min/),
    ).toBeVisible();
    const median = screen.getByRole('button', { name: /3.min$/ });
    median.click();
    expect(
      await screen.findByText(
        'Left out: 4 of low urgency, 2 never acknowledged.',
      ),
    ).toBeInTheDocument();
  });

  it('is calm when all is quiet', async () => {
    await render(quietOnCall(now));
    expect(
      await screen.findByText(/All quiet\. Ada Lovelace is on call until/),
    ).toBeInTheDocument();
    expect(screen.getByText('No open incident.')).toBeInTheDocument();
    expect(screen.getByText('No firing alert.')).toBeInTheDocument();
  });

  it.each<[string, 'one' | 'several', RegExp]>([
    [
      'one policy',
      'one',
      /^No open incident\. Ada Lovelace is on call until [^.]+\. No source of alerts is configured\.$/,
    ],
    [
      'several policies',
      'several',
      /^No open incident\. No source of alerts is configured\.$/,
    ],
  ])(
    'does not say that no alert fires where nobody reads any: %s',
    async (_, policies, sentence) => {
      const quiet = quietOnCall(now);
      const [policy] = quiet.escalation;
      const other = { ...policy, policy: { id: 'POL2', name: 'Other' } };
      await render({
        ...quiet,
        escalation: policies === 'one' ? [policy] : [policy, other],
        sections: { ...quiet.sections, alerts: { state: 'not_configured' } },
      });
      const headline = await screen.findByRole('heading', { level: 2 });
      expect(headline).toHaveTextContent(sentence);
      expect(screen.queryByText(/[Nn]o firing alert/)).not.toBeInTheDocument();
    },
  );

  it('is not green where a source of alerts is configured wrongly', async () => {
    const quiet = quietOnCall(now);
    await render({
      ...quiet,
      sections: {
        ...quiet.sections,
        alerts: {
          ...quiet.sections.alerts,
          problem: {
            code: 'source_misconfigured',
            severity: 'error',
            message: 'Alertmanager "eu" is configured wrongly',
            params: { source: 'eu' },
          },
        },
      },
    });
    const headline = await screen.findByRole('heading', { level: 2 });
    expect(headline).toHaveTextContent(
      /whether all alerts are known is not: “eu” is/,
    );
    expect(headline.querySelector('[data-tone=unknown]')).not.toBeNull();
  });

  it.each<[string, boolean, string]>([
    ['somebody is at another level', true, 'look_today'],
    ['nobody is at any', false, 'act_now'],
  ])('colours a level without anybody where %s', async (_, covered, tone) => {
    const quiet = quietOnCall(now);
    const [policy] = quiet.escalation;
    await render({
      ...quiet,
      escalation: [
        {
          ...policy,
          levels: policy.levels.map((level, index) => ({
            ...level,
            onCall: covered && index === 0 ? level.onCall : [],
          })),
        },
      ],
    });
    const [word] = await screen.findAllByText('nobody');
    expect(word.parentElement?.querySelector('[data-tone]')).toHaveAttribute(
      'data-tone',
      tone,
    );
  });

  it('greys what is old, says since when and why, and is not green', async () => {
    await render(staleOnCall(now));
    const notes = await screen.findAllByText(
      /PagerDuty has not answered since .* \(403: the token lacks incidents\.read\)/,
    );
    expect(notes).toHaveLength(2);
    const heading = screen.getByRole('heading', {
      name: /Whether anything is wrong now is not known/,
    });
    expect(heading.querySelector('[data-tone]')).toHaveAttribute(
      'data-tone',
      'unknown',
    );
    expect(screen.queryByText('No open incident.')).not.toBeInTheDocument();
    expect(screen.getByText('No firing alert.')).toBeInTheDocument();
  });

  it('says that nothing has been read yet', async () => {
    await render({
      ...quietOnCall(now),
      asOf: undefined,
      escalation: [],
      incidents: { open: [], recent: [] },
      sections: {
        incidents: { state: 'pending' },
        escalation: { state: 'pending' },
        alerts: { state: 'pending' },
      },
    });
    expect(await screen.findByText('not read yet')).toBeInTheDocument();
    expect(screen.getAllByText(/PagerDuty has not been read yet/)).toHaveLength(
      2,
    );
    expect(screen.queryByText('No open incident.')).not.toBeInTheDocument();
  });

  it('is not green when alerts have not been read for long', async () => {
    const quiet = quietOnCall(now);
    await render({
      ...quiet,
      sections: {
        ...quiet.sections,
        alerts: { ...staleOnCall(now).sections.incidents },
      },
    });
    const heading = await screen.findByRole('heading', {
      name: /No open incident; alerts were last read [\d:]+\./,
    });
    expect(heading.querySelector('[data-tone]')).toHaveAttribute(
      'data-tone',
      'unknown',
    );
  });

  it.each(['pending', 'not_configured'] as const)(
    'says in amber why nothing could be read since the installation: %s',
    async state => {
      const { problem } = staleOnCall(now).sections.incidents;
      await render({
        ...quietOnCall(now),
        asOf: undefined,
        escalation: [],
        incidents: { open: [], recent: [] },
        sections: {
          incidents: { state, problem },
          escalation: { state, problem },
          alerts: { state: 'ok', asOf: now.toISOString() },
        },
      });
      const reason = '403: the token lacks incidents.read';
      const freshness = await screen.findByText(`not read yet – ${reason}`);
      expect(
        freshness.closest('button')?.querySelector('[data-tone=look_today]'),
      ).not.toBeNull();
      expect(
        screen.getAllByText(text => text.endsWith(`(${reason})`)),
      ).toHaveLength(2);
    },
  );

  it('says why no account can be read although one is configured', async () => {
    const empty = emptyOnCall(now, 'not_configured');
    const problem = {
      code: 'source_misconfigured',
      severity: 'error',
      message: 'The PagerDuty account "default" is configured wrongly',
    } as const;
    await render({
      ...empty,
      sections: {
        ...empty.sections,
        incidents: { state: 'not_configured', problem },
      },
    });
    expect(
      await screen.findByText(/account "default" is configured wrongly/),
    ).toBeInTheDocument();
  });

  it('names a service that does not exist', async () => {
    const quiet = quietOnCall(now);
    await render({
      ...quiet,
      services: [{ ...quiet.services[0], found: false }],
    });
    expect(
      await screen.findByText(
        '“PCHECK1” does not exist in PagerDuty account “default”.',
      ),
    ).toBeInTheDocument();
  });

  it('shows the line to add when no service is named', async () => {
    await render(emptyOnCall(now));
    expect(
      await screen.findByText(/pagerduty\.com\/service-id: PABC123/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/PAGERDUTY_TOKEN/)).not.toBeInTheDocument();
  });

  it('shows the configuration too when no account is connected', async () => {
    await render(emptyOnCall(now, 'not_configured'));
    expect(await screen.findByText(/PAGERDUTY_TOKEN/)).toBeInTheDocument();
  });

  it('never makes a link of an address that is not http', async () => {
    const busy = busyOnCall(now);
    const { container } = await render({
      ...busy,
      incidents: {
        open: [
          incident(now, {
            url: 'javascript:alert(1)',
            title: '<script>alert(1)</script>',
          }),
        ],
        recent: [
          incident(now, {
            id: 'R',
            url: 'javascript:alert(2)',
            status: 'resolved',
          }),
        ],
      },
      alerts: [
        alert(now, { runbookId: undefined, runbookUrl: 'javascript:alert(3)' }),
      ],
    });
    expect(
      await screen.findByText('<script>alert(1)</script>'),
    ).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/javascript:/);
    expect(container.querySelector('script')).toBeNull();
  });
});
