import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExplainedFigure } from './ExplainedFigure';

describe('a figure that explains itself', () => {
  it('opens a dialog with its name by the keyboard, and gives the focus back', async () => {
    await renderInTestApp(
      <ExplainedFigure lines={['bad ÷ total']} queries={<p>up</p>}>
        15.2×
      </ExplainedFigure>,
    );
    const figure = screen.getByRole('button', { name: '15.2×' });
    figure.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: '15.2×' });
    expect(dialog).toHaveTextContent('bad ÷ totalup');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(figure).toHaveFocus();
  });
});
