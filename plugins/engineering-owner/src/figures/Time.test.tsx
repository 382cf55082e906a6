import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Time } from './Time';

describe('a time', () => {
  it('is reached by the keyboard and has all of itself for its title', async () => {
    await renderInTestApp(<Time at="2025-06-12T11:52:03.000Z" />);
    const time = screen.getByText('11:52');
    await userEvent.tab();
    expect(time).toHaveFocus();
    expect(time).toHaveAttribute(
      'title',
      expect.stringMatching(/^2025-06-12 11:52:03 \(.*UTC\+00:00\)$/),
    );
  });
});
