// Hostile addresses are what some of these tests are about.
/* eslint-disable no-script-url */
import type { OwnershipResponse } from '@engineering-owner/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { staleOnCall } from '../__testUtils__/fixtures/onCall';
import {
  badlyOwned,
  notOwned,
  wellOwned,
} from '../__testUtils__/fixtures/ownership';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { OwnerTab } from './OwnerTab';

function render(ownership: OwnershipResponse | Error) {
  return renderOnEntity(<OwnerTab />, new FixtureApi({ ownership }));
}

describe('the Owner tab', () => {
  it('keeps the layout while it loads', async () => {
    await renderOnEntity(<OwnerTab />, new FixtureApi({}));
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await render(new Error('connection refused'));
    expect(await screen.findAllByText(/connection refused/)).not.toHaveLength(
      0,
    );
  });

  it('makes one request', async () => {
    const api = new FixtureApi({ ownership: wellOwned(now) });
    await renderOnEntity(<OwnerTab />, api);
    await screen.findByText('Who is accountable');
    expect(api.asked).toEqual(['ownership']);
  });

  it('shows group, owner and deputy, where they come from, and no problem', async () => {
    await render(wellOwned(now));
    expect(
      await screen.findByText(
        'Ada Lovelace owns this, Alan Turing is the deputy.',
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Payments')[0].closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(screen.getByText(/^inherited from/)).toHaveTextContent(/shop/);
    expect(screen.getByText('1, critical')).toBeInTheDocument();
    expect(screen.getByText(/basket to the receipt/)).toBeInTheDocument();
    expect(screen.getByText('Grace Hopper')).toBeInTheDocument();
    expect(screen.getByText('No problems found.')).toBeInTheDocument();
  });

  it('greys who is called when that was not read for long, and is not green', async () => {
    const { container } = await render({
      ...wellOwned(now),
      sections: { escalation: staleOnCall(now).sections.escalation },
    });
    expect(
      await screen.findByText(
        /^Ada Lovelace owns this, Alan Turing is the deputy\. Who is called was last read [\d:]+\.$/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^PagerDuty has not answered since .* \(403: /),
    ).toBeInTheDocument();
    expect(screen.getByText(/^as of 42.min ago – 403: /)).toBeInTheDocument();
    expect(
      screen.getByText('Grace Hopper').closest('[class*=greyed]'),
    ).not.toBeNull();
    expect(container.querySelectorAll('[data-tone=fine]')).toHaveLength(0);
  });

  it('says why it is not known who is called', async () => {
    await render({
      ...wellOwned(now),
      escalation: [],
      sections: {
        escalation: {
          state: 'pending',
          problem: staleOnCall(now).sections.escalation.problem,
        },
      },
    });
    expect(
      await screen.findByText(
        /^PagerDuty has not been read yet.*\(403: the token lacks/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/No escalation policy is known/),
    ).not.toBeInTheDocument();
  });

  it('heads with the worst problem and lists them with why and how', async () => {
    await render(badlyOwned(now));
    expect(
      await screen.findByText(
        'The engineering owner “user:default/bob” is not in the catalog. 3 more problems.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('4 problems, worst first')).toBeInTheDocument();
    expect(
      screen.getByText(/Whoever it was may have left/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/engineering-owner\/primary: user:default\/<name>/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('not in the catalog, or you may not see it'),
    ).toBeInTheDocument();
  });

  it('names the file of the ancestor whose value is wrong', async () => {
    await render(badlyOwned(now));
    expect(
      await screen.findByText(/How to fix it, in catalog-info\.yaml of/),
    ).toHaveTextContent(/shop/);
  });

  it('falls back to the backend’s own words for a problem it does not know', async () => {
    await render({
      ...wellOwned(now),
      problems: [
        {
          code: 'of_the_future',
          severity: 'warning',
          message: 'something new is the matter',
        },
      ],
    });
    expect(
      await screen.findAllByText('something new is the matter'),
    ).toHaveLength(2);
  });

  it('shows the lines to add when nobody owns it', async () => {
    await render(notOwned(now));
    expect(await screen.findByText('No owner yet')).toBeInTheDocument();
    expect(screen.getAllByText('No owning group is named.')).toHaveLength(2);
  });

  it('makes no link of a boundary or picture that is not http', async () => {
    const owned = wellOwned(now);
    const { container } = await render({
      ...owned,
      primary: {
        entityRef: 'user:default/ada',
        kind: 'user',
        displayName: '<img src=x onerror=alert(1)>',
        picture: 'javascript:alert(2)',
        exists: true,
      },
      boundary: { kind: 'url', url: 'javascript:alert(3)' },
    });
    expect(await screen.findByText('javascript:alert(3)')).toBeInTheDocument();
    expect(screen.getByText('javascript:alert(3)').closest('a')).toBeNull();
    expect(container.querySelectorAll('img, [onerror]')).toHaveLength(0);
  });
});
