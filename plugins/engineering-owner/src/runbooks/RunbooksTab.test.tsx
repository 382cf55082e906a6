// Hostile addresses are what some of these tests are about.
/* eslint-disable no-script-url */
import type { RunbooksResponse } from '@engineering-owner/backstage-plugin-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { alert, staleOnCall } from '../__testUtils__/fixtures/onCall';
import {
  allFresh,
  firingRunbooks,
  freshRunbook,
  noRunbooks,
  runbooksInNeed,
} from '../__testUtils__/fixtures/runbooks';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { queryClientOf } from '../query/queryClient';
import { RunbooksTab } from './RunbooksTab';

function render(runbooks: RunbooksResponse | Error, path?: string) {
  return renderOnEntity(<RunbooksTab />, new FixtureApi({ runbooks }), {
    path,
  });
}

describe('the Runbooks tab', () => {
  it('keeps the layout while it loads', async () => {
    await renderOnEntity(<RunbooksTab />, new FixtureApi({}));
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await render(new Error('connection refused'));
    expect(await screen.findAllByText(/connection refused/)).not.toHaveLength(
      0,
    );
  });

  it('makes one request', async () => {
    const api = new FixtureApi({ runbooks: firingRunbooks(now) });
    await renderOnEntity(<RunbooksTab />, api);
    await screen.findByText('5 runbooks');
    expect(api.asked).toEqual(['runbooks']);
  });

  it('opens the runbook of what is firing', async () => {
    await render(firingRunbooks(now));
    expect(
      await screen.findByText(
        /CheckoutErrorBudgetBurn is firing for 9.min\. Its runbook is “Checkout answers with 5xx”\./,
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'First look' }),
    ).toBeInTheDocument();
    const list = screen.getByRole('list', { name: 'Runbooks, worst first' });
    expect(within(list).getAllByRole('button')[0]).toHaveTextContent(
      /Checkout answers with 5xx.*firing now/,
    );
  });

  it('says so when what is firing has no runbook', async () => {
    await render({
      ...allFresh(now),
      firing: [alert(now, { runbookId: undefined, runbookUrl: undefined })],
    });
    expect(
      await screen.findByText(/is firing for 9.min and has no runbook\./),
    ).toBeInTheDocument();
  });

  it.each([
    ['a firing page is red', 'firing', 'page', 'act_now'],
    ['a firing ticket is amber', 'firing', 'ticket', 'look_today'],
  ] as const)('%s', async (_, state, severity, tone) => {
    const firing = [alert(now, { state, severity })];
    await render({ ...allFresh(now), firing });
    const [heading] = await screen.findAllByRole('heading', { level: 2 });
    const [, note] = screen.getAllByText(/^CheckoutErrorBudgetBurn is firing/);
    for (const place of [heading, note.parentElement]) {
      expect(place?.querySelector('[data-tone]')).toHaveAttribute(
        'data-tone',
        tone,
      );
    }
  });

  it('does not say of an alert that is about to fire that it fires', async () => {
    await render({
      ...allFresh(now),
      firing: [alert(now, { state: 'pending' })],
    });
    expect(
      await screen.findByText('All 2 runbooks are fresh.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^about to fire/)).toBeInTheDocument();
    expect(screen.queryByText(/is firing|firing now/)).not.toBeInTheDocument();
  });

  it('is not green when alerts have not been read for long', async () => {
    const { container } = await render({
      ...allFresh(now),
      sections: { alerts: staleOnCall(now).sections.incidents },
    });
    const heading = await screen.findByRole('heading', {
      name: /alerts were last read [\d:]+\. All runbooks are fresh\./,
    });
    expect(heading.querySelector('[data-tone=unknown]')).not.toBeNull();
    expect(
      screen.getByText(/^Prometheus has not answered since .* \(403: /),
    ).toBeInTheDocument();
    expect(screen.getByText(/^as of 42.min ago – 403: /)).toBeInTheDocument();
    expect(container.querySelector('h2 [data-tone=fine]')).toBeNull();
  });

  it('greys an alert that fired when alerts were last read, and says as of when', async () => {
    await render({
      ...firingRunbooks(now),
      sections: { alerts: staleOnCall(now).sections.incidents },
    });
    expect(
      await screen.findByText(
        /^CheckoutErrorBudgetBurn was firing when alerts were last read \([\d:]+\)\. Its runbook is/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/is firing for/)).not.toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'Alerts' }).closest('[class*=greyed]'),
    ).not.toBeNull();
  });

  it('leaves the open runbook to the reader when another alert begins to fire', async () => {
    const api = new FixtureApi({ runbooks: runbooksInNeed(now) });
    await renderOnEntity(<RunbooksTab />, api);
    const title = 'Payment provider does not answer';
    await screen.findByRole('heading', { name: title });
    const answer = async (runbooks: RunbooksResponse) => {
      api.answers = { runbooks };
      await act(() => queryClientOf(api).refetchQueries());
    };

    await answer(firingRunbooks(now));
    expect(
      await screen.findByRole('heading', {
        name: /is firing for 9.min\. Its runbook is/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();

    const { runbooks, ...rest } = firingRunbooks(now);
    await answer({ ...rest, runbooks: runbooks.slice(1) });
    expect(
      await screen.findByRole('heading', {
        name: 'Checkout answers with 5xx',
        level: 3,
      }),
    ).toBeInTheDocument();
  });

  it('lists the worst first, each with a word, its dates and its alerts', async () => {
    await render(runbooksInNeed(now));
    expect(
      await screen.findByText(
        '3 runbooks need attention, first “Payment provider does not answer”: dead link.',
      ),
    ).toBeInTheDocument();
    const list = screen.getByRole('list', { name: 'Runbooks, worst first' });
    const [dead, untested] = within(list).getAllByRole('button');
    expect(dead).toHaveTextContent(
      'Payment provider does not answerdead linkreview date not known · not tested · covers no alert',
    );
    expect(untested).toHaveTextContent(/untested.*covers 1 alert/);
  });

  it('says what to do about a dead link and where it was found', async () => {
    await render(runbooksInNeed(now));
    expect(
      await screen.findByText(/The address leads nowhere\. Correct it/),
    ).toBeInTheDocument();
    expect(screen.getByText(/answered 404/)).toBeInTheDocument();
    expect(screen.getByText(/link “Provider” of/)).toBeInTheDocument();
    expect(
      screen.getByText('It could not be read here; open it at its source.'),
    ).toBeInTheDocument();
  });

  it('shows the chosen runbook', async () => {
    await render(runbooksInNeed(now));
    await userEvent.click(
      await screen.findByRole('button', { name: /Checkout is slow/ }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Checkout is slow' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Nobody has tried it yet/)).toBeInTheDocument();
  });

  it('opens with the runbook that the address names', async () => {
    await render(firingRunbooks(now), '/?runbook=rb-queue');
    expect(
      await screen.findByRole('heading', { name: 'The order queue grows' }),
    ).toBeInTheDocument();
  });

  it('lists alerts without a runbook with the line to add', async () => {
    await render(firingRunbooks(now));
    expect(
      await screen.findByText('Alerts without a runbook'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'alerts: ["CheckoutCertificateExpires", "CheckoutDiskFull"]',
      ),
    ).toBeInTheDocument();
  });

  it('is calm when all are fresh', async () => {
    await render(allFresh(now));
    expect(
      await screen.findByText('All 2 runbooks are fresh.'),
    ).toBeInTheDocument();
  });

  it('does not call what could not be checked fresh', async () => {
    const { container } = await render({
      ...allFresh(now),
      runbooks: [freshRunbook(now, { state: 'unchecked', content: undefined })],
    });
    expect(
      await screen.findByText('The runbook could not be checked from here.'),
    ).toBeInTheDocument();
    expect(container.querySelectorAll('[data-tone=fine]')).toHaveLength(0);
  });

  it('shows the lines to add when there is none', async () => {
    await render(noRunbooks(now));
    expect(
      await screen.findByText(/engineering-owner\/runbooks: docs/),
    ).toBeInTheDocument();
  });

  it('resolves links against where the file stands', async () => {
    await render(allFresh(now));
    expect(
      await screen.findByRole('link', { name: /deployment/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/shop/runbooks/deployments.md',
    );
  });

  it('renders hostile Markdown harmlessly', async () => {
    const { container } = await render({
      ...allFresh(now),
      runbooks: [
        freshRunbook(now, {
          title: '<b onclick=alert(1)>bold</b>',
          url: 'javascript:alert(0)',
          content: [
            '# Fine',
            '<script>alert(1)</script>',
            '<img src=x onerror="alert(2)">',
            '<iframe src="https://evil.example.com"></iframe>',
            '[click](javascript:alert(3))',
            '[data](data:text/html,<script>alert(4)</script>)',
            '<a href="javascript:alert(5)">raw</a>',
            '<form action="https://evil.example.com"><input name="p"></form>',
          ].join('\n\n'),
        }),
      ],
    });
    expect(
      await screen.findByRole('heading', { name: 'Fine' }),
    ).toBeInTheDocument();
    expect(
      container.querySelectorAll('script, iframe, form, [onerror], [onclick]'),
    ).toHaveLength(0);
    expect(container.innerHTML).not.toMatch(/javascript:|href="data:/);
    expect(
      screen.getAllByText('<b onclick=alert(1)>bold</b>'),
    ).not.toHaveLength(0);
  });
});
