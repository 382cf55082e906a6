import { NotFoundError, ResponseError } from '@backstage/errors';
import { act, screen } from '@testing-library/react';
import { SlosTab } from '../slos/SlosTab';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { latencyMet, slosResponse } from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { isWorthRetrying } from './isWorthRetrying';
import { queryClientOf } from './queryClient';

describe('reading', () => {
  it('asks again every half minute while somebody looks', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const api = new FixtureApi({ slos: slosResponse(now, []) });
      await renderOnEntity(<SlosTab />, api);
      await screen.findByText('No objectives yet');
      expect(api.asked).toEqual(['slos']);
      await act(() => jest.advanceTimersByTimeAsync(29_000));
      expect(api.asked).toHaveLength(1);
      await act(() => jest.advanceTimersByTimeAsync(2_000));
      expect(api.asked).toHaveLength(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('tries again and reads anew when somebody comes back to the page', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const visibility = jest.spyOn(document, 'visibilityState', 'get');
    const look = (state: DocumentVisibilityState) => {
      visibility.mockReturnValue(state);
      window.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      const api = new FixtureApi({ slos: new Error('the line is down') });
      look('visible');
      await renderOnEntity(<SlosTab />, api);
      expect(api.asked).toHaveLength(1);
      look('hidden');
      await act(() => jest.advanceTimersByTimeAsync(5 * 60_000));
      expect(api.asked).toHaveLength(1);

      api.answers = { slos: slosResponse(now, []) };
      await act(async () => look('visible'));
      await screen.findByText('No objectives yet');
      expect(api.asked).toHaveLength(2);

      look('hidden');
      await act(() => jest.advanceTimersByTimeAsync(5 * 60_000));
      expect(api.asked).toHaveLength(2);
      await act(async () => look('visible'));
      expect(api.asked).toHaveLength(3);
    } finally {
      visibility.mockRestore();
      jest.useRealTimers();
    }
  });

  it('keeps one cache for each API, so that nothing is shared by accident', () => {
    const [one, other] = [new FixtureApi({}), new FixtureApi({})];
    expect(queryClientOf(one)).toBe(queryClientOf(one));
    expect(queryClientOf(one)).not.toBe(queryClientOf(other));
  });

  it('tries once more when the server fails, and never when it refuses', async () => {
    const refusal = await ResponseError.fromResponse(
      new Response('{}', { status: 404 }),
    );
    const failure = await ResponseError.fromResponse(
      new Response('{}', { status: 503 }),
    );
    expect(isWorthRetrying(0, refusal)).toBe(false);
    expect(isWorthRetrying(0, failure)).toBe(true);
    expect(isWorthRetrying(1, failure)).toBe(false);
    expect(isWorthRetrying(0, new NotFoundError('of our own'))).toBe(true);
  });

  it('refreshes in place and keeps the last answer when a refresh fails', async () => {
    const api = new FixtureApi({ slos: slosResponse(now, [latencyMet(now)]) });
    await renderOnEntity(<SlosTab />, api);
    const table = await screen.findByRole('table', {
      name: 'Objectives, worst first',
    });
    const key = ['component:default/checkout', 'slos'];

    api.answers = {
      slos: slosResponse(now, [{ ...latencyMet(now), title: 'Quick enough' }]),
    };
    await act(() =>
      queryClientOf(api).refetchQueries({ queryKey: key, exact: true }),
    );
    expect(await screen.findAllByText('Quick enough')).not.toHaveLength(0);
    expect(document.body).toContainElement(table);

    api.answers = { slos: new Error('the backend is away') };
    await act(() =>
      queryClientOf(api).refetchQueries({ queryKey: key, exact: true }),
    );
    expect(
      await screen.findByText(
        /as of .* – the portal’s backend does not answer: the backend is away/,
      ),
    ).toBeInTheDocument();
    expect(document.body).toContainElement(table);
  });
});
