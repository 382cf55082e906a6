import { screen } from '@testing-library/react';
import { OnCallCard } from '../onCall/OnCallCard';
import { OwnerCard } from '../ownership/OwnerCard';
import { RunbooksCard } from '../runbooks/RunbooksCard';
import { SlosCard } from '../slos/SlosCard';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import {
  busySummary,
  calmSummary,
  emptySummary,
} from '../__testUtils__/fixtures/summary';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';

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
