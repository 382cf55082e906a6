import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import { history } from '../__testUtils__/fixtures/history';
import { earlyInTheMonth } from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { SloDetail } from './SloDetail';

async function opened() {
  await renderOnEntity(
    <SloDetail slo={earlyInTheMonth(NOW)} />,
    new FixtureApi({ history: history(NOW, 0.7) }),
  );
}

describe('an objective of a calendar month', () => {
  it('says what its month is, and charts it from its beginning', async () => {
    await opened();
    expect(
      screen.getByText(/^99.% of requests over each month take at most/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'From 1 Jun to 30 Jun in Asia/Kolkata; resets on 1 Jul 00:00.',
      ),
    ).toBeInTheDocument();
    const ranges = screen.getByRole('group', { name: 'Range of the charts' });
    expect(
      within(ranges).getByRole('button', { name: 'this month' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('lists the queries of its month beside those of other windows', async () => {
    await opened();
    const windows = screen.getByRole('group', {
      name: 'Window of the queries',
    });
    await userEvent.click(
      within(windows).getByRole('button', { name: 'this month' }),
    );
    const definition = screen.getByRole('region', {
      name: 'Definition and queries',
    });
    expect(definition).toHaveTextContent(/\[12d\]/);
    expect(definition).not.toHaveTextContent(/\[1h\]/);
  });

  it('can be compared with windows that roll', async () => {
    await opened();
    const button = screen.getByRole('button', { name: 'What if…' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('combobox', { name: 'Window' })).toHaveTextContent(
      'this month (as it is)1d7d14d28d30d90d',
    );
  });
});
