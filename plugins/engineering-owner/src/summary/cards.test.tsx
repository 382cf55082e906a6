import type {
  SectionStatus,
  SummaryResponse,
} from '@engineering-owner/backstage-plugin-common';
import { act, screen } from '@testing-library/react';
import { OnCallCard } from '../onCall/OnCallCard';
import { OwnerCard } from '../ownership/OwnerCard';
import { RunbooksCard } from '../runbooks/RunbooksCard';
import { SlosCard } from '../slos/SlosCard';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { latencyMet } from '../__testUtils__/fixtures/slos';
import {
  busySummary,
  calmSummary,
  emptySummary,
} from '../__testUtils__/fixtures/summary';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';

const LATER = new Date(now.getTime() + 3_600_000).toISOString();

const STALE: SectionStatus = {
  state: 'stale',
  asOf: now.toISOString(),
  problem: {
    code: 'source_failing',
    severity: 'error',
    message: '403: the token is wrong',
  },
};

const AllCards = () => (
  <>
    <OwnerCard />
    <OnCallCard />
    <RunbooksCard />
    <SlosCard />
  </>
);

describe('the overview cards', () => {
  it('share one request', async () => {
    const api = new FixtureApi({ summary: calmSummary(now) });
    await renderOnEntity(<AllCards />, api);
    expect(await screen.findAllByText('Ada Lovelace')).toHaveLength(2);
    expect(api.asked).toEqual(['summary']);
  });

  it('say in one line each that all is well', async () => {
    await renderOnEntity(
      <AllCards />,
      new FixtureApi({ summary: calmSummary(now) }),
    );
    expect(await screen.findByText('no open incident')).toBeInTheDocument();
    expect(screen.getByText('deputy Alan Turing')).toBeInTheDocument();
    expect(screen.getByText('2 runbooks, all fresh')).toBeInTheDocument();
    expect(screen.getByText('Latency < 300 ms: ok')).toBeInTheDocument();
  });

  it('say the worst of each', async () => {
    await renderOnEntity(
      <AllCards />,
      new FixtureApi({ summary: busySummary(now) }),
    );
    expect(await screen.findByText('no engineering owner')).toBeInTheDocument();
    expect(screen.getByText('4 problems')).toBeInTheDocument();
    expect(
      screen.getByText('2 open incidents, 1 not acknowledged'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Payment provider does not answer: dead link'),
    ).toBeInTheDocument();
    expect(screen.getByText('2 alerts without')).toBeInTheDocument();
    expect(screen.getByText('Availability: page firing')).toBeInTheDocument();
  });

  it('lead to their tabs', async () => {
    await renderOnEntity(
      <AllCards />,
      new FixtureApi({ summary: calmSummary(now) }),
    );
    await screen.findByText('no open incident');
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual(['/tabs/owner', '/tabs/on-call', '/tabs/runbooks', '/tabs/slos']);
  });

  it('say what is missing, never in green', async () => {
    const { container } = await renderOnEntity(
      <AllCards />,
      new FixtureApi({ summary: emptySummary() }),
    );
    expect(
      await screen.findByText('No on-call service named'),
    ).toBeInTheDocument();
    expect(screen.getByText('No runbooks yet')).toBeInTheDocument();
    expect(screen.getByText('No objectives yet')).toBeInTheDocument();
    expect(container.querySelectorAll('[data-tone=fine]')).toHaveLength(0);
  });

  it('do not call old incidents quiet', async () => {
    const calm = calmSummary(now);
    const { container } = await renderOnEntity(
      <OnCallCard />,
      new FixtureApi({
        summary: {
          ...calm,
          onCall: {
            ...calm.onCall,
            section: { ...calm.onCall.section, state: 'stale' },
          },
        },
      }),
    );
    expect(await screen.findByText(/^last read/)).toBeInTheDocument();
    expect(container.querySelectorAll('[data-tone=fine]')).toHaveLength(0);
  });

  it.each<
    [string, Partial<SummaryResponse['onCall']>, string | RegExp, string]
  >([
    [
      'only of low urgency waits',
      { openIncidents: 2 },
      '2 open incidents',
      'look_today',
    ],
    [
      'an urgent one waited when incidents were last read',
      { openIncidents: 1, unacknowledged: 1, section: STALE },
      /^1 open incident, 1 not acknowledged, last read [\d:]+$/,
      'act_now',
    ],
    [
      'somebody was at work when incidents were last read',
      { openIncidents: 1, section: STALE },
      /^1 open incident, last read [\d:]+$/,
      'unknown',
    ],
    [
      'some alerts are silenced',
      { firingAlerts: 1, silencedAlerts: 2 },
      '1 alert firing, 2 silenced',
      'look_today',
    ],
    [
      'all alerts are silenced',
      { silencedAlerts: 1, silencedUntil: LATER },
      /^1 alert silenced until \S+$/,
      'unknown',
    ],
    [
      'alerts are inhibited, without an end that is known',
      { silencedAlerts: 2 },
      '2 alerts silenced',
      'unknown',
    ],
    [
      'it is in maintenance',
      { maintenanceUntil: LATER, silencedAlerts: 1, silencedUntil: LATER },
      /^in maintenance until \S+, 1 alert silenced$/,
      'unknown',
    ],
    [
      'it is in maintenance, but not for all who tell people',
      {
        maintenanceUntil: LATER,
        maintenanceElsewhere: [{ type: 'alertmanager', name: 'us' }],
      },
      /^in maintenance until \S+, except in Alertmanager “us”$/,
      'unknown',
    ],
    [
      'an incident is open in maintenance',
      { openIncidents: 1, maintenanceUntil: LATER },
      /^1 open incident, in maintenance until \S+$/,
      'look_today',
    ],
    [
      'its maintenance is over',
      { maintenanceUntil: now.toISOString() },
      'no open incident',
      'fine',
    ],
    [
      'the service does not exist',
      { now: [], missingService: 'PGONE' },
      'the service “PGONE” does not exist',
      'look_today',
    ],
    [
      'the service is disabled',
      { impaired: { impairment: 'disabled', service: 'Checkout', n: 1 } },
      'the service “Checkout” is disabled',
      'look_today',
    ],
    [
      'services have no policy, in maintenance',
      {
        now: [],
        impaired: { impairment: 'without_policy', service: 'Checkout', n: 2 },
        maintenanceUntil: LATER,
      },
      /^2 services have no escalation policy, in maintenance until \S+$/,
      'look_today',
    ],
    [
      'nobody knows whom the service pages',
      {
        now: [],
        impaired: { impairment: 'policy_unknown', service: 'Checkout', n: 1 },
      },
      'whom “Checkout” pages is not known',
      'unknown',
    ],
    [
      'the service is in maintenance, and alerts are silenced',
      {
        impaired: { impairment: 'in_maintenance', service: 'Checkout', n: 1 },
        silencedAlerts: 2,
      },
      'the service “Checkout” is in maintenance, 2 alerts silenced',
      'unknown',
    ],
    [
      'a source of alerts is configured wrongly',
      { misconfiguredAlerts: 'eu' },
      'alerts of “eu” are not read',
      'unknown',
    ],
    [
      'nobody is on call at any level',
      { now: [{ policy: 'Payments', turns: [], covered: false }] },
      'nobody on call',
      'act_now',
    ],
    [
      'nobody is on call at the first level',
      { now: [{ policy: 'Payments', turns: [], covered: true }] },
      'nobody at level 1',
      'look_today',
    ],
    [
      'nothing could ever be read',
      { now: [], section: { ...STALE, asOf: undefined, state: 'pending' } },
      'not read yet (403: the token is wrong)',
      'unknown',
    ],
  ])('say of on-call what its tab says: %s', async (_, change, text, tone) => {
    const calm = calmSummary(now);
    await renderOnEntity(
      <OnCallCard />,
      new FixtureApi({
        summary: { ...calm, onCall: { ...calm.onCall, ...change } },
      }),
    );
    const word = await screen.findByText(text);
    expect(word.parentElement?.querySelector('[data-tone]')).toHaveAttribute(
      'data-tone',
      tone,
    );
  });

  it('count broken definitions', async () => {
    const calm = calmSummary(now);
    await renderOnEntity(
      <SlosCard />,
      new FixtureApi({
        summary: { ...calm, slos: { ...calm.slos, problemCount: 2 } },
      }),
    );
    expect(
      await screen.findByText('2 problems with the definitions'),
    ).toBeInTheDocument();
  });

  it('say that a budget was spent before its window grew old', async () => {
    const calm = calmSummary(now);
    const { container } = await renderOnEntity(
      <SlosCard />,
      new FixtureApi({
        summary: {
          ...calm,
          slos: {
            ...calm.slos,
            worst: {
              ...latencyMet(now),
              state: 'stale',
              now: { state: 'stale', since: now.toISOString() },
              budget: { known: false, lastRemainingRatio: -0.3 },
            },
          },
        },
      }),
    );
    expect(
      await screen.findByText(/: budget was spent, stale since/),
    ).toBeInTheDocument();
    expect(screen.getByText(/30.%/).closest('[class*=greyed]')).not.toBeNull();
    expect(container.querySelectorAll('[data-tone=fine]')).toHaveLength(0);
  });

  it('say that they could not be refreshed, and turn grey', async () => {
    jest.useFakeTimers({ now, advanceTimers: true });
    const api = new FixtureApi({ summary: calmSummary(now) });
    await renderOnEntity(<OnCallCard />, api);
    const quiet = await screen.findByText('no open incident');
    api.answers = { summary: new Error('Failed to fetch') };
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(
      screen.getByText(/^as of .* ago – .* does not answer: Failed to fetch/),
    ).toBeInTheDocument();
    expect(quiet.closest('[class*=greyed]')).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(180_000));
    expect(quiet.closest('[class*=greyed]')).not.toBeNull();
  });

  it('hold their place while they load', async () => {
    await renderOnEntity(<AllCards />, new FixtureApi({}));
    expect(
      screen.getAllByRole('progressbar', { name: 'Loading' }),
    ).toHaveLength(4);
  });

  it('say what failed', async () => {
    await renderOnEntity(
      <SlosCard />,
      new FixtureApi({ summary: new Error('the backend is away') }),
    );
    expect(await screen.findByText(/the backend is away/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
