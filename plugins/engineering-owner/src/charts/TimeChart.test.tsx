import { renderInTestApp } from '@backstage/test-utils';
import { fireEvent, screen } from '@testing-library/react';
import { history } from '../__testUtils__/fixtures/history';
import { NOW } from '../__testUtils__/fixtures/clock';
import { BurnDownChart } from './BurnDownChart';
import { burnDownSeries } from './burnDownSeries';
import { ErrorCharts } from './ErrorCharts';
import { errorSeries } from './errorSeries';

const month = history(NOW, 0.4);
const range = { from: Date.parse(month.from), to: Date.parse(month.to) };

/** The budget above the errors and the traffic, as on the tab. */
const Charts = () => (
  <>
    <BurnDownChart
      points={burnDownSeries(month, 30 * 86400)}
      incidents={[
        {
          number: 1,
          from: range.from,
          to: range.from + 3_600_000,
          label: '#1 -38 %',
          labelEnds: false,
        },
        {
          number: 2,
          from: range.to - 3_600_000,
          to: range.to,
          labelEnds: true,
        },
      ]}
      unit="events"
      {...range}
      description="Budget over the month"
    />
    <ErrorCharts
      points={errorSeries(month)}
      {...range}
      allowed={0.001}
      unit="events"
      description="Errors over the month"
    />
  </>
);

describe('the charts of an SLO', () => {
  it('lay a band for each incident over the budget, with what it cost', async () => {
    const { container } = await renderInTestApp(<Charts />);
    expect(container.querySelectorAll('.recharts-reference-area')).toHaveLength(
      2,
    );
    expect(screen.getByText('#1 -38 %')).toBeInTheDocument();
  });

  it('show the same moment in all of them, wherever the cursor is', async () => {
    const { container } = await renderInTestApp(<Charts />);
    const [first] = container.querySelectorAll('.recharts-wrapper');
    fireEvent.mouseMove(first, { clientX: 400, clientY: 100 });
    expect(await screen.findByText('Even spending')).toBeInTheDocument();
    expect(await screen.findByText('Error ratio')).toBeInTheDocument();
    expect(await screen.findByText('Traffic')).toBeInTheDocument();
    const moments = [...container.querySelectorAll('[class*="when"]')].map(
      moment => moment.textContent,
    );
    expect(moments).toHaveLength(3);
    expect(new Set(moments).size).toBe(1);
  });

  it('tell what they show without a title that pops up over them', async () => {
    const { container } = await renderInTestApp(<Charts />);
    expect(
      screen.getByRole('application', { name: 'Budget over the month' }),
    ).toBeInTheDocument();
    const titles = [...container.querySelectorAll('svg title')];
    expect(titles.map(title => title.textContent).join('')).toBe('');
  });
});
