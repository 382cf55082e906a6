import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { HandoverButton } from './HandoverButton';

describe('the hand-over', () => {
  it('is read when it is asked for, copied and shown', async () => {
    const user = userEvent.setup();
    const api = new FixtureApi({
      handover: {
        entityRef: 'component:default/checkout',
        period: { from: NOW.toISOString(), to: NOW.toISOString() },
        markdown: '# Hand-over of checkout',
      },
    });
    const write = jest.spyOn(window.navigator.clipboard, 'writeText');
    await renderOnEntity(<HandoverButton />, api);
    expect(api.asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Copy hand-over' }));
    expect(
      await screen.findByRole('group', { name: 'Hand-over' }),
    ).toHaveTextContent('# Hand-over of checkout');
    expect(api.asked).toEqual(['handover']);
    expect(write).toHaveBeenCalledWith('# Hand-over of checkout');
  });

  it('says what failed', async () => {
    const api = new FixtureApi({ handover: new Error('no answer') });
    await renderOnEntity(<HandoverButton />, api);
    await userEvent.click(
      screen.getByRole('button', { name: 'Copy hand-over' }),
    );
    expect(await screen.findByText(/no answer/)).toBeInTheDocument();
  });
});
