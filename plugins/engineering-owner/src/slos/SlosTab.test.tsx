import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { history } from '../__testUtils__/fixtures/history';
import {
  budgetOf,
  burningFast,
  burningWithBudgetLeft,
  fineButSilentNow,
  invalidSlo,
  latencyMet,
  lowTraffic,
  measured,
  MISTYPED_LABEL,
  neverSeen,
  noTraffic,
  pairs,
  partial,
  pending,
  queryError,
  silentWhilePaging,
  sloWithout,
  slosResponse,
  stale,
  wentSilent,
} from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { queryClientOf } from '../query/queryClient';
import { SlosTab } from './SlosTab';

function answering(...slos: Parameters<typeof slosResponse>[1]) {
  return new FixtureApi({
    slos: slosResponse(now, slos),
    history: history(now, 0.4),
  });
}

describe('the SLOs tab', () => {
  it('keeps the layout while it loads', async () => {
    await renderOnEntity(<SlosTab />, new FixtureApi({}));
    expect(
      screen.getByRole('progressbar', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed and reads again when asked to', async () => {
    const api = new FixtureApi({ slos: new Error('connection refused') });
    await renderOnEntity(<SlosTab />, api);
    expect(await screen.findAllByText(/connection refused/)).not.toHaveLength(
      0,
    );
    api.answers = { slos: slosResponse(now, [latencyMet(now)]) };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/The objective is met/)).toBeInTheDocument();
  });

  it('shows the lines to add when there is no objective', async () => {
    await renderOnEntity(<SlosTab />, answering());
    expect(await screen.findByText('No objectives yet')).toBeInTheDocument();
    expect(screen.getByText(/engineering-owner\/sli-selector/)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Copy' })).toHaveLength(4);
    expect(
      screen.getByText(/engineering-owner\/slos: slos.yaml/),
    ).toBeVisible();
    expect(screen.getByText(/^apiVersion: openslo\/v1/)).toHaveTextContent(
      'service: checkout',
    );
  });

  it('heads with the worst objective, its pace and its end', async () => {
    await renderOnEntity(
      <SlosTab />,
      answering(burningWithBudgetLeft(now), latencyMet(now)),
    );
    expect(
      await screen.findByRole('heading', {
        name: /Availability is spending its error budget 15\.2× too fast since .*; gone in 9.h at this rate\./,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Open runbook').closest('a')).toHaveAttribute(
      'href',
      '/tabs/runbooks',
    );
  });

  it('leads to the runbook when only a ticket is firing, not when all is well', async () => {
    const api = answering({
      ...latencyMet(now),
      alerts: pairs(now, ['ok', 'ok', 'ok', 'firing']),
    });
    const { unmount } = await renderOnEntity(<SlosTab />, api);
    expect(await screen.findByText('Open runbook')).toBeVisible();
    unmount();
    await renderOnEntity(<SlosTab />, answering(latencyMet(now)));
    await screen.findByText(/The objective is met/);
    expect(screen.queryByText('Open runbook')).not.toBeInTheDocument();
  });

  it('lists objective, target, reached, budget, burn and state', async () => {
    await renderOnEntity(
      <SlosTab />,
      answering(burningFast(now), latencyMet(now), neverSeen(now)),
    );
    const table = await screen.findByRole('table', {
      name: 'Objectives, worst first',
    });
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent?.replace(/\u202f/g, ' '));
    expect(rows).toEqual([
      'Availability99.9 %99.86 % 30d\u221231 %15.2×page firing',
      'Latency < 300 ms99 %99.6 % 30d61 %0.8×ok',
      'Freshness < 1 h99.9 %no data 30d––no series match the query',
    ]);
  });

  it('shows the chosen objective in detail and asks for its history once', async () => {
    const api = answering(burningFast(now), latencyMet(now));
    await renderOnEntity(<SlosTab />, api);
    expect(
      await screen.findByRole('heading', { name: 'Availability' }),
    ).toBeInTheDocument();
    expect(api.asked).toEqual(['slos', 'history']);
    await userEvent.click(
      screen.getByRole('button', { name: 'Latency < 300 ms' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Latency < 300 ms' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/99.% of requests over 30d take at most 300.ms/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(api.asked).toEqual(['slos', 'history', 'history']),
    );
  });

  it('opens with the objective that the address names', async () => {
    await renderOnEntity(
      <SlosTab />,
      answering(burningFast(now), latencyMet(now)),
      { path: '/?slo=latency' },
    );
    expect(
      await screen.findByRole('heading', { name: 'Latency < 300 ms' }),
    ).toBeInTheDocument();
  });

  it('shows the burn-down as a table too', async () => {
    await renderOnEntity(<SlosTab />, answering(latencyMet(now)));
    await userEvent.click(
      (
        await screen.findAllByRole('button', { name: 'Show as table' })
      )[0],
    );
    const table = await screen.findByRole('table', { name: 'Error budget' });
    expect(within(table).getAllByRole('row')).toHaveLength(25);
    expect(screen.getByText('1–24 of 720')).toBeInTheDocument();
  });

  it('shows each pair with both burn rates, its limit and its state', async () => {
    await renderOnEntity(<SlosTab />, answering(burningFast(now)));
    const table = await screen.findByRole('table', {
      name: 'Burn-rate alerts',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/page1h15\.2×5m16×14\.4×firing/);
    expect(rows[3]).toHaveTextContent(/ticket1d2×2h9×3×rising/);
  });

  it('says why what is shown is old', async () => {
    await renderOnEntity(<SlosTab />, answering(stale(now)));
    expect(
      await screen.findByText(/as of 22.min ago – prometheus "default"/),
    ).toBeInTheDocument();
  });

  it('tells what burned before the source fell silent as of then', async () => {
    const { container } = await renderOnEntity(
      <SlosTab />,
      answering(silentWhilePaging(now)),
    );
    expect(
      await screen.findByRole('heading', {
        name: /a page was firing since .* when the data ended .*ECONNREFUSED/,
      }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/has begun to burn/)).not.toBeInTheDocument();
    const freshness = screen.getByText(/^as of 8.min ago – .*ECONNREFUSED/);
    expect(
      freshness.closest('button')?.querySelector('[data-tone=look_today]'),
    ).not.toBeNull();
    expect(
      screen.getByText('page was firing, stale since', { exact: false }),
    ).toBeVisible();
    expect(screen.getByText('Exhausts').parentElement).toHaveTextContent(
      'not known',
    );
    expect(screen.getByText('Open runbook')).toBeVisible();
    expect(container.querySelectorAll('[data-tone=fine]')).toHaveLength(1);
  });

  it.each([
    ['no data since', wentSilent(now), /No data\. Last seen/],
    ['never seen', neverSeen(now), 'No data: no series match the query.'],
    ['no traffic', noTraffic(now), /No traffic in the last 30d/],
    ['stale', stale(now), /Last read .*ECONNREFUSED/],
    ['pending', pending(), /Not read yet/],
    ['query error', queryError(), /The query failed: bad_data/],
    [
      'invalid, naming the label',
      invalidSlo(),
      /cannot be measured: .*label "status" does not exist/,
    ],
    ['partial', partial(now), /Only 10.% of the 30d window could be read/],
    ['low traffic', lowTraffic(now), /Few events/],
    ['silent now', fineButSilentNow(now), /Nothing has been seen since/],
  ])('puts into words that it is %s', async (_, slo, words) => {
    await renderOnEntity(<SlosTab />, answering(slo));
    const [note] = await screen.findAllByText(words);
    expect(note).toBeInTheDocument();
  });

  it.each([
    ['no data', wentSilent(now)],
    ['never seen', neverSeen(now)],
    ['no traffic', noTraffic(now)],
    ['stale', stale(now)],
    ['pending', pending()],
    ['query error', queryError()],
    ['invalid', invalidSlo()],
    ['silent now', fineButSilentNow(now)],
  ])('never shows %s as fine', async (_, slo) => {
    const { container } = await renderOnEntity(<SlosTab />, answering(slo));
    await screen.findByRole('table', { name: 'Objectives, worst first' });
    const heading = screen.getAllByRole('heading')[0];
    expect(heading.querySelector('[data-tone]')).toHaveAttribute(
      'data-tone',
      'unknown',
    );
    expect(container.querySelectorAll('[data-tone=fine]')).toHaveLength(0);
  });

  it('tells of broken definitions at the top and is not green beside them', async () => {
    const api = new FixtureApi({
      slos: slosResponse(now, [latencyMet(now)], [MISTYPED_LABEL]),
      history: history(now, 0.4),
    });
    await renderOnEntity(<SlosTab />, api);
    const heading = await screen.findByRole('heading', {
      name: /^The objective is met.* 1 problem with the definitions\.$/,
    });
    expect(heading.querySelector('[data-tone]')).toHaveAttribute(
      'data-tone',
      'look_today',
    );
    const [first] = screen.getAllByRole('heading', { level: 3 });
    expect(first).toHaveTextContent('What is wrong with the set-up');
    expect(screen.getByText(MISTYPED_LABEL.message)).toBeVisible();
  });

  it('leaves the chosen objective when another becomes the worst', async () => {
    const api = answering(burningFast(now), latencyMet(now));
    await renderOnEntity(<SlosTab />, api);
    await screen.findByRole('heading', { name: 'Availability' });
    const refresh = async (...slos: Parameters<typeof slosResponse>[1]) => {
      api.answers.slos = slosResponse(now, slos);
      await act(() => queryClientOf(api).refetchQueries());
    };

    await refresh(latencyMet(now), burningFast(now));
    expect(
      await screen.findByRole('heading', { name: /^All 2 objectives are met/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Availability' }),
    ).toBeInTheDocument();

    await refresh(latencyMet(now));
    expect(
      await screen.findByRole('heading', { name: 'Latency < 300 ms' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['silent', silentWhilePaging(now)],
    [
      'gone',
      {
        ...silentWhilePaging(now),
        now: { state: 'no_data', since: now.toISOString() } as const,
      },
    ],
  ])('greys the budget of a service that is %s', async (_, slo) => {
    await renderOnEntity(<SlosTab />, answering(slo));
    const table = await screen.findByRole('table', {
      name: 'Objectives, worst first',
    });
    const tones = [...table.querySelectorAll('tbody [data-tone]')].map(
      element => element.getAttribute('data-tone'),
    );
    expect(tones).toEqual(['act_now', 'unknown', 'act_now']);
  });

  it('says so when charts could not be refreshed', async () => {
    const api = answering(latencyMet(now));
    await renderOnEntity(<SlosTab />, api);
    await screen.findByRole('heading', { name: 'Error budget' });
    await waitFor(() => expect(api.asked).toContain('history'));
    api.answers.history = new Error('Failed to fetch');
    await act(() => queryClientOf(api).refetchQueries());
    expect(
      await screen.findAllByText(/does not answer: Failed to fetch/),
    ).not.toHaveLength(0);
  });

  it('has a place for the answer of what-if before it comes, and says when it is old', async () => {
    const user = userEvent.setup({ delay: null });
    const api = answering(latencyMet(now));
    await renderOnEntity(<SlosTab />, api);
    await user.click(await screen.findByRole('button', { name: 'What if…' }));
    const region = screen
      .getByText(/^Change the target or the window/)
      .closest('[aria-live=polite]');
    await user.selectOptions(screen.getByLabelText('Window'), '7d');
    expect(region).toBeEmptyDOMElement();

    api.answers.whatIf = {
      entityRef: 'component:default/checkout',
      slo: 'latency',
      objective: 0.99,
      window: { type: 'rolling', duration: '7d', seconds: 604800 },
      reading: measured(now, 0.99, 0.002),
      budget: budgetOf(0.99, 0.002, 1000, { kind: 'never' }),
      alerts: [],
    };
    await user.selectOptions(screen.getByLabelText('Window'), '14d');
    expect(
      await screen.findByText(/^With a target of 99.% over 7d, 80/),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent(/^With a target of 99.% over 7d, 80/);

    api.answers.whatIf = new Error('Failed to fetch');
    await act(() => queryClientOf(api).refetchQueries());
    expect(
      await screen.findAllByText(/does not answer: Failed to fetch/),
    ).not.toHaveLength(0);
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)> {{slo}} $t(slos.title)';
    const { container } = await renderOnEntity(
      <SlosTab />,
      answering(
        sloWithout(
          { state: 'pending', coverage: 0, lowTraffic: false },
          { title: hostile },
        ),
      ),
    );
    expect(
      await screen.findByRole('heading', { name: hostile }),
    ).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  });
});
