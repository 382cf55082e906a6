import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import { history, latencyHistory } from '../__testUtils__/fixtures/history';
import { latencyMet } from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { LatencySection } from './LatencySection';

const section = (
  <LatencySection
    slo={latencyMet(NOW)}
    thresholdSeconds={0.3}
    range={{ name: '6h', seconds: 6 * 3600 }}
  />
);

describe('the latency of an objective', () => {
  it('is read from the source only when it is opened', async () => {
    const api = new FixtureApi({ history: latencyHistory(NOW) });
    await renderOnEntity(section, api);
    expect(
      screen.getByText(/^p99 over time, beside the threshold of 300/),
    ).toBeInTheDocument();
    expect(api.asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Show chart' }));
    expect(
      await screen.findByRole('figure', {
        name: /^p99 from .*: 251.ms at the end, threshold 300.ms\.$/,
      }),
    ).toBeInTheDocument();
    expect(api.asked).toEqual(['history']);
    await userEvent.click(screen.getByRole('button', { name: 'Hide chart' }));
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
  });

  it('has a table, where a step that was not read says so', async () => {
    await renderOnEntity(
      section,
      new FixtureApi({ history: latencyHistory(NOW) }),
      { path: '/?latency=shown' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const table = screen.getByRole('table', { name: 'Latency, p99' });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/251.ms$/);
    expect(rows[2]).toHaveTextContent(/not read$/);
  });

  it('explains itself by the query of its percentile, in the window of a step', async () => {
    await renderOnEntity(
      section,
      new FixtureApi({ history: latencyHistory(NOW) }),
      { path: '/?latency=shown' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Latency, p99' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Latency, p99' });
    expect(dialog).toHaveTextContent(
      'Each point is of the 5m before it; the query is of 5m.',
    );
    expect(
      within(dialog).getByRole('group', { name: 'p99 in seconds, 5m' }),
    ).toHaveTextContent(/^histogram_quantile\(0\.99, .*\[5m\]\)\)\)$/);
  });

  it('says when no latencies could be read', async () => {
    await renderOnEntity(
      section,
      new FixtureApi({ history: history(NOW, 1) }),
      {
        path: '/?latency=shown',
      },
    );
    expect(
      await screen.findByText('No latencies could be read for this range.'),
    ).toBeInTheDocument();
  });
});
