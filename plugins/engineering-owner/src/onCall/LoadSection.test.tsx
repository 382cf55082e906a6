import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { ago, DAYS, NOW } from '../__testUtils__/fixtures/clock';
import { load } from '../__testUtils__/fixtures/load';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { formatDayTime } from '../figures';
import { LoadSection } from './LoadSection';

function render(loads = [load(NOW)]) {
  return renderOnEntity(
    <LoadSection load={loads} stale={false} />,
    new FixtureApi({}),
  );
}

describe('the load of the team', () => {
  it.each([
    [
      /^Pages per 12-h shift 1\.4$/,
      /fine.*good up to 2, too much from 6 · 84 pages in 60 shifts · 42.% reconstructed$/,
    ],
    [
      /^Pages at night, a week 3$/,
      /too much.*good: none, too much from 3 · 13 of 87 pages$/,
    ],
    [
      /^Time on call, highest 33.%$/,
      /too much.*at most 25.% · 3 people · mean 30.% · 2 above · 42.% reconstructed$/,
    ],
    [
      /^Back-to-back shifts 1$/,
      /worth a look.*of 6 shifts · 42.% reconstructed$/,
    ],
    [
      /^Noise 22.%$/,
      /worth a look.*2 of 9 incidents · few incidents, read with care$/,
    ],
  ])('says %s with its word, limit and n', async (name, context) => {
    await render();
    expect(await screen.findByRole('group', { name })).toHaveTextContent(
      context,
    );
  });

  it('explains a figure on focus, with what was left out', async () => {
    await render();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Pages per 12-h shift/ }),
    );
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent(/while they were on call/);
    expect(dialog).toHaveTextContent(
      'Left out: 3 pages of people who were not on call at the first level, 4 notifications of low urgency, 12 repetitions.',
    );
    expect(dialog).toHaveTextContent(/42.% of the time on call was reconstr/);
    expect(dialog).toHaveTextContent(/Google’s SRE book/);
  });

  it('names persons only when asked, and only where the answer does', async () => {
    const one = load(NOW);
    const { unmount } = await render([
      load(NOW, {
        persons: one.persons?.map(each => ({
          ...each,
          sleepPages: { ...each.sleepPages, excluded: { no_time_zone: 2 } },
        })),
      }),
    ]);
    expect(screen.queryByText('Ada Lovelace')).not.toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'By person' }),
    );
    const table = screen.getByRole('table', { name: 'By person' });
    const [, row] = within(table).getAllByRole('row');
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent?.replace(/\s/g, ' ')),
    ).toEqual([
      expect.stringContaining('Ada Lovelace'),
      expect.stringMatching(
        /1\.4 fine.*84 pages in 60 shifts · 42 % reconstructed$/,
      ),
      expect.stringMatching(
        /3 too much.*13 of 87 pages · 2 of people whose time zone is not known$/,
      ),
      expect.stringMatching(
        /33 % too much.*in 4 stretches · 42 % reconstructed$/,
      ),
      expect.stringMatching(
        /1 worth a look.*of 6 shifts · 42 % reconstructed$/,
      ),
    ]);
    unmount();
    await render([load(NOW, { persons: undefined })]);
    expect(
      screen.queryByRole('button', { name: 'By person' }),
    ).not.toBeInTheDocument();
  });

  it('offers one’s own where it is only that', async () => {
    await render([load(NOW, { ownOnly: true })]);
    expect(
      screen.queryByRole('button', { name: 'By person' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Your own load' }),
    );
    expect(
      screen.getByRole('table', { name: 'Your own load' }),
    ).toHaveTextContent(/Ada Lovelace/);
  });

  it('says that nothing is known, never that all is fine', async () => {
    const { team } = load(NOW);
    await render([
      load(NOW, {
        team: {
          ...team,
          pagesPerShift: {
            ...team.pagesPerShift,
            n: 0,
            shifts: 0,
            perShift: undefined,
            tone: 'unknown',
          },
        },
      }),
    ]);
    expect(
      await screen.findByRole('group', {
        name: 'Pages per 12-h shift not known',
      }),
    ).toHaveTextContent(/cannot be judged/);
  });

  it('says from when on a figure is known that is not of the whole period', async () => {
    const { team } = load(NOW);
    const period = { from: ago(NOW, 2 * DAYS), to: NOW.toISOString() };
    await render([
      load(NOW, {
        team: {
          ...team,
          noise: {
            ...team.noise,
            period,
            partial: true,
            n: 0,
            ratio: 0,
            tone: 'unknown',
          },
        },
      }),
    ]);
    const noise = await screen.findByRole('group', { name: /^Noise 0/ });
    expect(noise).toHaveTextContent(/cannot be judged/);
    const day = (iso: string) => formatDayTime(iso, 'local');
    expect(noise).toHaveTextContent(
      `known only from ${day(period.from)} to ${day(period.to)}`,
    );
  });

  it('says when there is none', async () => {
    await render([]);
    expect(
      await screen.findByText(/^No load is known yet/),
    ).toBeInTheDocument();
  });

  it('names the policies where there are several accounts', async () => {
    await render([
      load(NOW),
      load(NOW, { source: { type: 'pagerduty', name: 'eu' } }),
    ]);
    expect(
      await screen.findAllByRole('heading', {
        name: 'Load, team of “Storefront”',
      }),
    ).toHaveLength(2);
  });
});
