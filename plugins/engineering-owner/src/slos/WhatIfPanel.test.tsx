import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import {
  burningWithBudgetLeft,
  latencyMet,
} from '../__testUtils__/fixtures/slos';
import { stricterTarget } from '../__testUtils__/fixtures/whatIf';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { WhatIfPanel } from './WhatIfPanel';

function plain(text: string | null): string {
  return (text ?? '').replace(/\u202f/g, ' ').replace(/\u2212/g, '-');
}

async function opened(answer: FixtureApi['answers']['whatIf']) {
  const api = new FixtureApi({ whatIf: answer });
  await renderOnEntity(<WhatIfPanel slo={burningWithBudgetLeft(NOW)} />, api);
  return {
    api,
    target: screen.getByRole('textbox', { name: 'Target in %' }),
    window: screen.getByRole('combobox', { name: 'Window' }),
  };
}

describe('what if', () => {
  it('asks nothing before target or window are others', async () => {
    const { api, target, window } = await opened(stricterTarget(NOW));
    expect(target).toHaveValue('99.9');
    expect(window).toHaveDisplayValue('30d (as it is)');
    expect(
      screen.getByText(/^Change the target or the window/),
    ).toBeInTheDocument();
    expect(api.asked).toEqual([]);
  });

  it('says what another target and window would say, beside what is', async () => {
    const { target, window } = await opened(stricterTarget(NOW));
    await userEvent.type(target, '9');
    await userEvent.selectOptions(window, '7d');
    const sentence = await screen.findByText(/^With a target of/);
    expect(plain(sentence.textContent)).toBe(
      'With a target of 99.99 % over 7d, the error budget would be overspent: -320 % left (as it is: 58 %).',
    );
    const table = screen.getByRole('table', {
      name: 'What is beside what would be',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map(row =>
        [...row.querySelectorAll('th, td')].map(cell =>
          plain(cell.textContent),
        ),
      );
    expect(rows).toEqual([
      ['', 'As it is', 'What if'],
      ['Target', '99.9 %', '99.99 %'],
      ['Window', '30d', '7d'],
      ['Reached', '99.95 %', '99.958 %'],
      ['Budget left', '58 %', '-320 %'],
      ['Bad events left', '7,714', '-992'],
      ['Exhausts', 'in 9 h', 'spent'],
      [
        'Alerts above',
        'page 1h/5m 14.4×page 6h/30m 6×ticket 1d/2h 3×ticket 3d/6h 1×',
        'page 1h/5m 13.4×ticket 1d/2h off',
      ],
    ]);
  });

  it.each(['', 'abc', '0', '100', '-1'])(
    'takes %j for no target, and asks nothing',
    async text => {
      const { api, target } = await opened(stricterTarget(NOW));
      await userEvent.clear(target);
      if (text) {
        await userEvent.type(target, text);
      }
      expect(
        screen.getByText('A percentage above 0 and below 100'),
      ).toBeInTheDocument();
      expect(target).toBeInvalid();
      expect(api.asked).toEqual([]);
    },
  );

  it('says why it could not be answered', async () => {
    const { window } = await opened(new Error('connection refused'));
    await userEvent.selectOptions(window, '7d');
    expect(await screen.findByText(/connection refused/)).toBeInTheDocument();
  });

  it('says that too little was read, rather than a figure', async () => {
    const { window } = await opened({
      ...stricterTarget(NOW),
      reading: { state: 'pending', coverage: 0, lowTraffic: false },
      budget: { known: false },
    });
    await userEvent.selectOptions(window, '7d');
    expect(
      await screen.findByText(/would say is not known: too little/),
    ).toBeInTheDocument();
    const [, , , , budget] = screen.getAllByRole('row');
    expect(budget).toHaveTextContent(/not known$/);
  });

  it('says of a latency why its threshold stays', async () => {
    await renderOnEntity(
      <WhatIfPanel slo={latencyMet(NOW)} />,
      new FixtureApi({}),
    );
    expect(
      screen.getByText(/how many requests were slower than 300.ms/),
    ).toBeInTheDocument();
  });
});
