import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { NOW } from '../__testUtils__/fixtures/clock';
import { SeriesTable } from './SeriesTable';

const HOUR = 3600 * 1000;

function hours(count: number) {
  return Array.from({ length: count }, (_, hour) => ({
    at: NOW.getTime() - (count - 1 - hour) * HOUR,
    bad: hour,
  }));
}

/** A table whose points become fewer, as after another range was chosen. */
const Shrinking = (props: { from: number; to: number }) => {
  const [count, setCount] = useState(props.from);
  return (
    <>
      <button type="button" onClick={() => setCount(props.to)}>
        shrink
      </button>
      <SeriesTable
        label="Errors"
        points={hours(count)}
        columns={[
          {
            title: 'Bad',
            value: ({ bad }) => (bad === 0 ? undefined : String(bad)),
          },
        ]}
      />
    </>
  );
};

describe('a chart as a table', () => {
  it('says of a step that was not read that it was not', async () => {
    await renderInTestApp(<Shrinking from={2} to={2} />);
    const [, newest, oldest] = screen.getAllByRole('row');
    expect(newest).toHaveTextContent(/1$/);
    expect(oldest).toHaveTextContent(/not read$/);
  });

  it.each([
    [48, 25],
    [24, 25],
    [25, 2],
    [0, 1],
  ])('shows its last page when %i points are left', async (left, rows) => {
    await renderInTestApp(<Shrinking from={72} to={left} />);
    const next = screen.getByRole('button', { name: 'Next page' });
    await userEvent.click(next);
    await userEvent.click(next);
    await userEvent.click(screen.getByRole('button', { name: 'shrink' }));
    expect(screen.getAllByRole('row')).toHaveLength(rows);
  });
});
