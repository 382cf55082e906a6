import { ResponseError } from '@backstage/errors';
import { act, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { type Answers, FixtureApi } from '../__testUtils__/FixtureApi';
import { MINUTES, NOW } from '../__testUtils__/fixtures/clock';
import { quietOnCall } from '../__testUtils__/fixtures/onCall';
import { wellOwned } from '../__testUtils__/fixtures/ownership';
import { allFresh } from '../__testUtils__/fixtures/runbooks';
import {
  burningFast,
  latencyMet,
  slosResponse,
} from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { OnCallTab } from '../onCall/OnCallTab';
import { OwnerTab } from '../ownership/OwnerTab';
import { RunbooksTab } from '../runbooks/RunbooksTab';
import { SlosTab } from '../slos/SlosTab';

const pass = (seconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

function headline() {
  const [heading] = screen.getAllByRole('heading', { level: 2 });
  return {
    text: heading.textContent,
    tone: heading.querySelector('[data-tone]')?.getAttribute('data-tone'),
    isGreyed: (element: Element) => element.closest('[class*=greyed]') !== null,
  };
}

describe('what all tabs have in common', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW, advanceTimers: true });
  });

  it.each<
    [string, ReactElement, keyof Answers, Answers[keyof Answers], string]
  >([
    ['SLOs', <SlosTab />, 'slos', slosResponse(NOW, [latencyMet(NOW)]), 'ok'],
    ['On-call', <OnCallTab />, 'onCall', quietOnCall(NOW), 'Recent incidents'],
    ['Runbooks', <RunbooksTab />, 'runbooks', allFresh(NOW), '2 runbooks'],
    ['Owner', <OwnerTab />, 'ownership', wellOwned(NOW), 'Responsibility'],
  ])(
    'the %s tab is no verdict any more when the backend is gone',
    async (_, tab, part, answer, content) => {
      const api = new FixtureApi({ [part]: answer });
      await renderOnEntity(tab, api);
      await screen.findAllByText(content);
      const before = headline();
      expect(before.tone).toBe('fine');

      api.answers = { [part]: new Error('Failed to fetch') };
      await pass(100);
      expect(headline()).toMatchObject({ tone: 'fine', text: before.text });
      expect(
        screen.getByText(/– the portal’s backend does not answer: Failed to/),
      ).toBeInTheDocument();

      await pass(3 * MINUTES);
      const lost = headline();
      expect(lost.tone).toBe('unknown');
      expect(lost.text).toMatch(
        /^How it stands now is not known, the portal’s backend does not answer: Failed to fetch\. Read \d.min ago: /,
      );
      expect(lost.text).toContain(before.text);
      const [body] = screen.getAllByText(content);
      expect(lost.isGreyed(body)).toBe(true);

      api.answers = { [part]: answer };
      await pass(31);
      expect(headline()).toMatchObject({ tone: 'fine', text: before.text });
      expect(before.isGreyed(screen.getAllByText(content)[0])).toBe(false);
    },
  );

  it('greys a help page too when the backend is gone', async () => {
    const api = new FixtureApi({ slos: slosResponse(NOW, []) });
    await renderOnEntity(<SlosTab />, api);
    await screen.findByText('No objectives yet');
    api.answers = { slos: new Error('Failed to fetch') };
    await pass(5 * MINUTES);
    expect(screen.getByText(/does not answer: Failed/)).toBeInTheDocument();
    expect(
      screen.getByText('No objectives yet').closest('[class*=greyed]'),
    ).not.toBeNull();
  });

  it('gives the words of a backend that answers and refuses', async () => {
    const api = new FixtureApi({ ownership: wellOwned(NOW) });
    await renderOnEntity(<OwnerTab />, api);
    await screen.findByText('Responsibility');
    api.answers = {
      ownership: await ResponseError.fromResponse(
        new Response('{}', { status: 404, statusText: 'Not Found' }),
      ),
    };
    await pass(40);
    expect(screen.getByText(/– Request failed with 404/)).toBeInTheDocument();
    expect(screen.queryByText(/does not answer/)).not.toBeInTheDocument();
  });

  it('tells a screen reader what is new, not that it grows older', async () => {
    const api = new FixtureApi({
      slos: slosResponse(NOW, [burningFast(NOW)]),
    });
    await renderOnEntity(<SlosTab />, api);
    const heading = await screen.findByRole('heading', { level: 2 });
    expect(heading).not.toHaveAttribute('aria-live');
    const [region] = screen.getAllByRole('status');
    expect(region).toBeEmptyDOMElement();

    const [worst] = slosResponse(NOW, [burningFast(NOW)]).slos;
    api.answers = {
      slos: slosResponse(NOW, [{ ...worst, title: 'Availability, renamed' }]),
    };
    await pass(31);
    expect(heading).toHaveTextContent(/^Availability, renamed is spending/);
    expect(region).toBeEmptyDOMElement();

    api.answers = { slos: slosResponse(NOW, [latencyMet(NOW)]) };
    await pass(31);
    expect(region).toHaveTextContent(/^The objective is met/);
  });
});
