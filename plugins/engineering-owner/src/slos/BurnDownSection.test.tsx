import type { SloHistoryResponse } from '@engineering-owner/backstage-plugin-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import {
  history,
  historyBeforeWindow,
  historyWithIncidents,
} from '../__testUtils__/fixtures/history';
import { burningFast, earlyInTheMonth } from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { BurnDownSection } from './BurnDownSection';

function plain(text: string | null): string {
  return (text ?? '').replace(/\u202f/g, ' ').replace(/\u2212/g, '-');
}

function render(data: SloHistoryResponse, slo = burningFast(NOW)) {
  return renderOnEntity(
    <BurnDownSection
      slo={slo}
      history={{ status: 'loaded', data, readAt: NOW }}
    />,
    new FixtureApi({}),
  );
}

describe('the burn-down', () => {
  it('has a band for each incident, labelled with its share', async () => {
    const { container } = await render(historyWithIncidents(NOW, 0.4));
    expect(plain((await screen.findByText(/^#1 /)).textContent)).toBe(
      '#1 -38 %',
    );
    expect(container.querySelectorAll('.recharts-reference-area')).toHaveLength(
      2,
    );
  });

  it('lists the incidents by their numbers, what is not known in words', async () => {
    await render(historyWithIncidents(NOW, 0.4));
    const table = await screen.findByRole('table', {
      name: 'Incidents and what they took of the budget',
    });
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => plain(row.textContent));
    expect(rows).toEqual([
      expect.stringMatching(
        /^#1Checkout answers with 5xx.*22 May \d\d:\d\d3 h38 %$/,
      ),
      expect.stringMatching(/^#2Checkout is slow\d\d:\d\dopennot known$/),
    ]);
    const link = within(table).getByRole('link', {
      name: /^Checkout answers with 5xx – Open in PagerDuty/,
    });
    expect(link).toHaveAttribute(
      'href',
      'https://acme.pagerduty.com/incidents/Q1',
    );
  });

  it('explains what an incident cost, and why that of an open one is not known', async () => {
    await render(historyWithIncidents(NOW, 0.4));
    await userEvent.click(
      await screen.findByRole('button', { name: /^38.%$/ }),
    );
    const cost = screen.getByRole('dialog');
    expect(cost).toHaveTextContent(
      /^Share of the budget: bad events from five/,
    );
    expect(cost).toHaveTextContent('Window: 30d');
    expect(cost).not.toHaveTextContent('once the incident is over');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(
      await screen.findByRole('button', { name: 'not known' }),
    );
    expect(screen.getByRole('dialog', { name: 'not known' })).toHaveTextContent(
      'once the incident is over',
    );
  });

  it('has no list where there was no incident', async () => {
    await render(history(NOW, 0.4));
    expect(await screen.findByRole('figure')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('has a dash before the window began, and says what was not read', async () => {
    await render(historyBeforeWindow(NOW));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const lastPage = () => screen.getByRole('button', { name: 'Next page' });
    // Ten days of hours, a page each, and then those before the window.
    for (let page = 0; page < 10; page++) {
      await userEvent.click(lastPage());
    }
    const [, before] = screen.getAllByRole('row');
    expect(before).toHaveTextContent(/\u2013618,468$/);
    for (let page = 10; page < 17; page++) {
      await userEvent.click(lastPage());
    }
    expect(screen.getAllByText('not read').length).toBeGreaterThan(0);
  });

  it('of a young month says what it is divided by', async () => {
    await render(history(NOW, 0.4), earlyInTheMonth(NOW));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Error budget' }),
    );
    expect(
      screen.getByRole('dialog', { name: 'Error budget' }),
    ).toHaveTextContent(/divided by 13,300,000 events, as many as the last/);
  });
});
