import type {
  IncidentStatus,
  OnCallIncidentResponse,
} from '@engineering-owner/backstage-plugin-common';
import { ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { ago, DAYS, MINUTES, NOW } from '../__testUtils__/fixtures/clock';
import { ada, alan, incident } from '../__testUtils__/fixtures/onCall';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { RecentIncidents } from './RecentIncidents';

const at = (minutes: number) => ago(NOW, (60 - minutes) * MINUTES);
const over = incident(NOW, {
  id: 'QOVER',
  title: 'card payments fail',
  status: 'resolved',
  createdAt: at(0),
  resolvedAt: at(40),
});
const low = {
  ...over,
  id: 'QLOW',
  title: 'slow search',
  urgency: 'low' as const,
};
const open = incident(NOW);

const byAda = { type: 'user' as const, id: ada.responderId };
const answer: OnCallIncidentResponse = {
  entityRef: 'component:default/checkout',
  incident: over,
  timeline: {
    steps: [
      { at: at(0), kind: 'triggered', fromIncident: true },
      {
        at: at(0),
        kind: 'notified',
        until: at(1),
        people: [
          { responderId: ada.responderId, channels: ['push', 'phone'], n: 3 },
          { channels: ['sms'], n: 1 },
        ],
      },
      {
        at: at(5),
        kind: 'escalated',
        by: { type: 'service', name: 'Checkout' },
        to: [alan.responderId],
        timeout: true,
      },
      { at: at(6), kind: 'acknowledged', by: byAda, first: true },
      { at: at(7), kind: 'reassigned', by: byAda, to: [alan.responderId] },
      { at: at(8), kind: 'priority_changed', by: byAda, priority: null },
      {
        at: at(40),
        kind: 'resolved',
        by: { type: 'integration', name: 'Prometheus' },
        automatic: true,
      },
    ],
    excluded: { other_kind: 2 },
  },
  people: [ada, alan],
};

const known = {
  open: [open],
  recent: [over, low],
  section: { state: 'ok' as const },
  periodDays: 30,
};

function render(
  api: FixtureApi,
  path?: string,
  rest: Partial<ComponentProps<typeof RecentIncidents>> = {},
) {
  return renderOnEntity(<RecentIncidents {...known} {...rest} />, api, {
    path,
  });
}
const titles = () =>
  screen
    .getAllByRole('link')
    .map(link => link.textContent?.replace(/, Opens in a new window$/, ''));

describe('recent incidents', () => {
  it('open to their timeline with the keyboard, and only then it is read', async () => {
    const api = new FixtureApi({ incident: answer });
    await render(api);
    expect(api.asked).toEqual([]);
    const button = screen.getByRole('button', {
      name: 'Timeline of card payments fail',
    });
    button.focus();
    await userEvent.keyboard('{Enter}');
    const list = await screen.findByRole('list', {
      name: 'Timeline of card payments fail',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.lastElementChild?.textContent),
    ).toEqual([
      'triggered (the log does not say so, the incident does)',
      'notified Ada Lovelace (push, phone, 3 times), somebody (sms)',
      'escalated to Alan Turing, by a timeout',
      'acknowledged by Ada Lovelace: time to acknowledge ends here',
      'reassigned by Ada Lovelace to Alan Turing',
      'priority taken away by Ada Lovelace',
      'resolved automatically by Prometheus',
    ]);
    expect(
      screen.getByText('2 entries of the log are no steps.'),
    ).toBeVisible();
    expect(api.asked).toEqual(['incident']);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Enter}');
    expect(list).not.toBeInTheDocument();
  });

  it.each([
    ['/', ['card payments fail', 'slow search']],
    ['/?urgency=low', ['slow search']],
    ['/?state=open', ['checkout: 5xx above 1 %']],
    [
      '/?state=all&urgency=high',
      ['checkout: 5xx above 1 %', 'card payments fail'],
    ],
    ['/?state=odd&urgency=odd', ['card payments fail', 'slow search']],
  ])('are filtered by the query string: %s', async (path, expected) => {
    await render(new FixtureApi({}), path);
    expect(titles()).toEqual(expected);
  });

  it('are filtered by buttons, and say when none is left', async () => {
    await render(new FixtureApi({}));
    await userEvent.click(screen.getByRole('button', { name: 'low' }));
    expect(titles()).toEqual(['slow search']);
    await userEvent.click(screen.getByRole('button', { name: 'open' }));
    expect(
      screen.getByText('No incident matches the filters.'),
    ).toBeInTheDocument();
  });

  it.each<[string, Partial<IncidentStatus>, RegExp]>([
    [
      'a reopened one took, without the time it lay resolved',
      {
        createdAt: ago(NOW, 5 * DAYS),
        reopenedAt: at(20),
        acknowledgedAt: at(24),
        acknowledgedBy: ada,
        acknowledgedAfterSeconds: 9 * MINUTES,
        resolvedAfterSeconds: 25 * MINUTES,
      },
      /in 9.min by Ada Lovelace25.minreopened/,
    ],
    [
      'one never acknowledged took',
      {
        unacknowledged: 'never_acknowledged',
        resolvedAfterSeconds: 40 * MINUTES,
      },
      /never40.min$/,
    ],
    [
      'one took that only a machine acknowledged',
      {
        unacknowledged: 'acknowledged_by_machine',
        resolvedAfterSeconds: 40 * MINUTES,
      },
      /by a machine only40.min$/,
    ],
    [
      'one took of which that is not known',
      { unacknowledged: 'log_incomplete' },
      /not known–$/,
    ],
  ])('say how long %s', async (_, rest, words) => {
    await render(new FixtureApi({}), '/', {
      open: [],
      recent: [{ ...over, ...rest }],
    });
    expect(screen.getAllByRole('row')[1]).toHaveTextContent(words);
  });

  const listed = (incidents: IncidentStatus[], n: number) => ({
    entityRef: 'component:default/checkout',
    period: { from: ago(NOW, 30 * DAYS), to: NOW.toISOString() },
    n,
    incidents,
  });

  it('are looked for among all, where the latest have none of an urgency', async () => {
    const api = new FixtureApi({ incidents: listed([low], 1) });
    await render(api, '/?urgency=low', {
      recent: [over],
      resolved: { high: 60, low: 1 },
    });
    expect(screen.queryByText(/No incident/)).not.toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /slow search/ }),
    ).toBeVisible();
    expect(api.listed).toEqual([{ urgency: 'low', limit: 50 }]);
  });

  it('say how many of how many are shown, and show more', async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...over,
      id: `Q${index}`,
    }));
    const api = new FixtureApi({ incidents: listed([...many, over], 51) });
    await render(api, '/', { recent: many, resolved: { high: 51, low: 0 } });
    expect(
      screen.getByText(/50 of the 51 resolved in the last 30 days/),
    ).toBeVisible();
    expect(api.asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(52));
    expect(api.listed).toEqual([{ limit: 100 }]);
    expect(screen.queryByText(/ of the /)).not.toBeInTheDocument();
  });

  it('call nothing none that could not be read', async () => {
    await render(
      new FixtureApi({ incidents: new Error('no answer') }),
      '/?urgency=low',
      { open: [], recent: [over], resolved: { high: 60, low: 1 } },
    );
    expect(await screen.findByText(/no answer/)).toBeVisible();
    expect(screen.queryByText(/No incident/)).not.toBeInTheDocument();
  });

  it.each([
    ['ok' as const, 'No incident was resolved in the last 30 days.'],
    ['pending' as const, 'Not read yet.'],
  ])('are none, when that is known: %s', async (state, words) => {
    await render(new FixtureApi({}), '/', {
      open: [],
      recent: [],
      resolved: { high: 0, low: 0 },
      section: { state },
    });
    expect(screen.getByText(words)).toBeVisible();
  });

  it('say when an incident has gone to another service', async () => {
    const error = await ResponseError.fromResponse(
      new Response('{}', { status: 404 }),
    );
    await render(new FixtureApi({ incident: error }), '/?incident=QOVER');
    expect(
      await screen.findByText(/on none of the services any more/),
    ).toBeInTheDocument();
  });
});
