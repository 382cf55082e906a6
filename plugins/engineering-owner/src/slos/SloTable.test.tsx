import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import {
  burningFast,
  earlyInTheMonth,
  latencyMet,
} from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { SloTable } from './SloTable';

describe('the table of objectives', () => {
  it('chooses once, by its button and by its row', async () => {
    const slos = [burningFast(NOW), latencyMet(NOW)];
    const choose = jest.fn();
    await renderOnEntity(
      <SloTable slos={slos} chosen={slos[0]} onChoose={choose} />,
      new FixtureApi({}),
    );
    const button = screen.getByRole('button', { name: 'Latency < 300 ms' });
    await userEvent.click(button);
    expect(choose.mock.calls).toEqual([['latency']]);
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(choose).toHaveBeenCalledTimes(2);
    await userEvent.click(screen.getByText('ok'));
    expect(choose).toHaveBeenCalledTimes(3);
  });

  it('explains the budget left and chooses nothing by that', async () => {
    const slo = earlyInTheMonth(NOW);
    const choose = jest.fn();
    await renderOnEntity(
      <SloTable slos={[slo]} chosen={slo} onChoose={choose} />,
      new FixtureApi({}),
    );
    const row = screen.getAllByRole('row')[1];
    await userEvent.click(within(row).getByText(/^70.%$/));
    const dialog = screen.getByRole('dialog', { name: /70.%/ });
    expect(dialog).toHaveTextContent(/divided by 13,300,000 events/);
    expect(dialog).toHaveTextContent(/increase\(.*\[12d\]/);
    expect(choose).not.toHaveBeenCalled();
  });
});
