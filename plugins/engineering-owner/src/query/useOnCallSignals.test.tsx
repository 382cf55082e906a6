import {
  type OnCallSignal,
  onCallSignal,
  onCallSignalChannel,
} from '@engineering-owner/backstage-plugin-common';
import { act, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { OnCallCard } from '../onCall/OnCallCard';
import { OnCallTab } from '../onCall/OnCallTab';
import { OwnerCard } from '../ownership/OwnerCard';
import { SlosCard } from '../slos/SlosCard';
import { SlosTab } from '../slos/SlosTab';
import { FakeSignalApi } from '../__testUtils__/FakeSignalApi';
import { type Answers, FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { quietOnCall } from '../__testUtils__/fixtures/onCall';
import { slosResponse } from '../__testUtils__/fixtures/slos';
import { calmSummary } from '../__testUtils__/fixtures/summary';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';

const about = (id: string, name = 'default') =>
  onCallSignal([{ source: { type: 'pagerduty', name }, id }]);
const ours = about('PCHECK1');
/** Longer than an answer rests and requests are spread, and no poll yet. */
const SOON = 3_100;

describe('signals about on-call', () => {
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: true });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function open(
    element: ReactElement,
    until: string | RegExp,
    answers: Partial<Answers> = {
      onCall: quietOnCall(now),
      summary: calmSummary(now),
      slos: slosResponse(now, []),
    },
  ) {
    const api = new FixtureApi(answers);
    const signals = new FakeSignalApi();
    const page = await renderOnEntity(element, api, { signals });
    await screen.findAllByText(until);
    const pass = (milliseconds: number) =>
      act(() => jest.advanceTimersByTimeAsync(milliseconds));
    const send = (message: OnCallSignal) =>
      act(async () => signals.send(onCallSignalChannel, message));
    return { api, signals, page, pass, send };
  }

  it('have an open tab read its answer again soon, long before it polls', async () => {
    const { api, pass, send } = await open(<OnCallTab />, /All quiet/);
    await pass(5_000);
    expect(api.asked).toEqual(['onCall']);
    api.answers.onCall = { ...quietOnCall(now), services: [] };
    await send(ours);
    await pass(1_000);
    expect(api.asked).toEqual(['onCall', 'onCall']);
    expect(screen.queryByText(/All quiet/)).not.toBeInTheDocument();
  });

  it.each<[string, OnCallSignal, number]>([
    ['the service of the page', ours, 2],
    ['all services', { services: 'all' }, 2],
    ['another service', about('POTHER'), 1],
    ['the same id in another account', about('PCHECK1', 'eu'), 1],
  ])('about %s', async (_, message, requests) => {
    const { api, pass, send } = await open(<OnCallTab />, /All quiet/);
    await send(message);
    await pass(SOON);
    expect(api.asked).toHaveLength(requests);
  });

  it('in a storm cost one request in two seconds', async () => {
    const { api, pass, send } = await open(<OnCallTab />, /All quiet/);
    await pass(5_000);
    for (let half = 0; half < 20; half++) {
      await send(ours);
      await pass(500);
    }
    const requests = api.asked.length - 1;
    expect(requests).toBeGreaterThanOrEqual(3);
    expect(requests).toBeLessThanOrEqual(6);
  });

  it('cost one request for all cards of an overview', async () => {
    const { api, pass, send } = await open(
      <>
        <OwnerCard />
        <OnCallCard />
        <SlosCard />
      </>,
      'no open incident',
    );
    await send(ours);
    await pass(SOON);
    expect(api.asked).toEqual(['summary', 'summary']);
  });

  it('wait on a page that nobody looks at until somebody does', async () => {
    const visibility = jest.spyOn(document, 'visibilityState', 'get');
    const look = (state: DocumentVisibilityState) => {
      visibility.mockReturnValue(state);
      window.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      look('visible');
      const { api, pass, send } = await open(<OnCallTab />, /All quiet/);
      look('hidden');
      await send(ours);
      await pass(SOON);
      expect(api.asked).toHaveLength(1);
      await act(async () => look('visible'));
      expect(api.asked).toHaveLength(2);
    } finally {
      visibility.mockRestore();
    }
  });

  it('take nothing from polling', async () => {
    const { api, pass } = await open(<OnCallTab />, /All quiet/);
    await pass(31_000);
    expect(api.asked).toHaveLength(2);
  });

  it('are listened to while the page is there, and only where services are named', async () => {
    const tab = await open(<OnCallTab />, /All quiet/);
    expect(tab.signals.listeners.size).toBe(1);
    tab.page.unmount();
    expect(tab.signals.listeners.size).toBe(0);

    const other = await open(<SlosTab />, 'No objectives yet');
    expect(other.signals.listeners.size).toBe(0);
    other.page.unmount();

    const unnamed = await open(<OnCallTab />, /names no on-call service/, {
      onCall: { ...quietOnCall(now), services: [], escalation: [] },
    });
    expect(unnamed.signals.listeners.size).toBe(0);
  });
});
