import type { SummaryResponse } from '@engineering-owner/backstage-plugin-common';
import { screen, waitFor } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { ago, MINUTES, NOW as now } from '../__testUtils__/fixtures/clock';
import { busySummary, calmSummary } from '../__testUtils__/fixtures/summary';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { IncidentBanner } from './IncidentBanner';
import { OnCallCard } from './OnCallCard';

type Worst = NonNullable<SummaryResponse['onCall']['worstIncident']>;

function withWorst(
  change: Partial<Worst>,
  onCall: Partial<SummaryResponse['onCall']> = {},
): SummaryResponse {
  const busy = busySummary(now);
  return {
    ...busy,
    onCall: {
      ...busy.onCall,
      worstIncident: {
        ...(busy.onCall.worstIncident as Worst),
        ...change,
      },
      ...onCall,
    },
  };
}

describe('the banner of open incidents', () => {
  it.each<[string, SummaryResponse, RegExp, string]>([
    [
      'one waits',
      withWorst({}, { openIncidents: 1 }),
      /1 open incident, not acknowledged for 7.min: checkout: 5xx above 1 %/,
      'act_now',
    ],
    [
      'the worst of two waits',
      withWorst({}),
      /2 open incidents, the worst not acknowledged for 7.min:/,
      'act_now',
    ],
    [
      'one of low urgency waits',
      withWorst({ urgency: 'low' }, { openIncidents: 1 }),
      /1 open incident of low urgency, not acknowledged for 7.min:/,
      'look_today',
    ],
    [
      'somebody is at it',
      withWorst(
        { status: 'acknowledged', createdAt: ago(now, 125 * MINUTES) },
        { openIncidents: 1 },
      ),
      /1 open incident, being worked on for 2.h 5.min:/,
      'look_today',
    ],
    [
      'one was reopened, not how long ago it was triggered first',
      withWorst(
        {
          createdAt: ago(now, 5 * 24 * 60 * MINUTES),
          reopenedAt: ago(now, 7 * MINUTES),
        },
        { openIncidents: 1 },
      ),
      /not acknowledged for 7.min: .* \(first triggered .+\)/,
      'act_now',
    ],
    [
      'one has lost its acknowledgement',
      withWorst(
        {
          createdAt: ago(now, 50 * MINUTES),
          acknowledgementLostAt: ago(now, 7 * MINUTES),
        },
        { openIncidents: 1 },
      ),
      /not acknowledged for 7.min:/,
      'act_now',
    ],
    [
      'what is known is old',
      withWorst(
        {},
        {
          openIncidents: 1,
          section: { state: 'stale', asOf: now.toISOString() },
        },
      ),
      /\(last read [\d:]+\)/,
      'act_now',
    ],
  ])('says that %s', async (_, summary, words, tone) => {
    await renderOnEntity(<IncidentBanner />, new FixtureApi({ summary }));
    const banner = await screen.findByRole('region', {
      name: 'Open incidents',
    });
    expect(banner).toHaveTextContent(words);
    expect(banner.querySelector('[data-tone]')).toHaveAttribute(
      'data-tone',
      tone,
    );
  });

  it('leads to the incident on its tab', async () => {
    await renderOnEntity(
      <IncidentBanner />,
      new FixtureApi({ summary: busySummary(now) }),
    );
    expect(
      await screen.findByRole('link', {
        name: 'Open: checkout: 5xx above 1 %',
      }),
    ).toHaveAttribute('href', '/tabs/on-call?incident=Q1X');
  });

  it('shares its request and is nothing while nothing is open', async () => {
    const api = new FixtureApi({ summary: calmSummary(now) });
    const { container } = await renderOnEntity(
      <>
        <IncidentBanner />
        <OnCallCard />
      </>,
      api,
    );
    await screen.findByText('no open incident');
    expect(
      container.querySelector('section[aria-label="Open incidents"]'),
    ).toBeNull();
    expect(api.asked).toEqual(['summary']);
  });

  it('is nothing when it could not be read: the cards say so', async () => {
    const api = new FixtureApi({ summary: new Error('away') });
    await renderOnEntity(<IncidentBanner />, api);
    await waitFor(() => expect(api.asked.length).toBeGreaterThan(0));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});
