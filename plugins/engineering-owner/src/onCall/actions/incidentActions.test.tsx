import { alertApiRef, analyticsApiRef } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import type {
  IncidentActionResponse,
  MayAct,
  NotActingReason,
  OnCallResponse,
} from '@engineering-owner/backstage-plugin-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAlerts } from '../../__testUtils__/FakeAlerts';
import { FixtureApi } from '../../__testUtils__/FixtureApi';
import { NOW as now } from '../../__testUtils__/fixtures/clock';
import { ada, busyOnCall } from '../../__testUtils__/fixtures/onCall';
import { refusal } from '../../__testUtils__/refusal';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { OnCallTab } from '../OnCallTab';

const TITLE = 'checkout: 5xx above 1 %';

function onCall(may: MayAct | undefined): OnCallResponse {
  const busy = busyOnCall(now);
  return {
    ...busy,
    may,
    incidents: {
      ...busy.incidents,
      open: busy.incidents.open.map(each => ({ ...each, may })),
    },
  };
}

function answer(
  change: Partial<IncidentActionResponse['incident']>,
  confirmed = true,
): IncidentActionResponse {
  const [incident] = busyOnCall(now).incidents.open;
  return {
    entityRef: 'component:default/checkout',
    incident: { ...incident, ...change },
    confirmed,
  };
}

const acknowledged = answer({
  status: 'acknowledged',
  acknowledgedAt: now.toISOString(),
  acknowledgedBy: ada,
});
const resolved = answer({
  status: 'resolved',
  resolvedAt: now.toISOString(),
});

async function open(api: FixtureApi) {
  const user = userEvent.setup();
  const alerts = new FakeAlerts();
  const analytics = mockApis.analytics.mock();
  await renderOnEntity(<OnCallTab />, api, {
    apis: [
      [alertApiRef, alerts],
      [analyticsApiRef, analytics],
    ],
  });
  const list = await screen.findByRole('list', { name: /^Open incidents/ });
  const row = () => within(list).getByText(TITLE).closest('li') as HTMLElement;
  const events = () =>
    analytics.captureEvent.mock.calls.map(([event]) => event);
  return { user, alerts, events, list, row };
}

const button = (name: string, within_: HTMLElement = document.body) =>
  within(within_).getByRole('button', { name: `${name}: ${TITLE}` });

const mayAct = { act: true } as const;

describe('acting on an incident', () => {
  it('acknowledges by a click, shows it at once and reads again', async () => {
    const api = new FixtureApi({
      onCall: onCall(mayAct),
      action: acknowledged,
    });
    const { user, row, alerts, events } = await open(api);
    // What is read next is not answered: it is shown from the action's answer.
    api.answers.onCall = undefined;
    await user.click(button('Acknowledge', row()));

    await waitFor(() =>
      expect(row()).toHaveTextContent('acknowledged by Ada Lovelace'),
    );
    expect(api.done).toEqual([['acknowledge', 'Q1X']]);
    expect(
      within(row()).queryByRole('button', { name: /^Acknowledge/ }),
    ).not.toBeInTheDocument();
    expect(alerts.posted).toEqual([
      {
        message: `Acknowledged: ${TITLE}`,
        severity: 'success',
        display: 'transient',
      },
    ]);
    expect(events()).toEqual([
      expect.objectContaining({
        action: 'incident-acknowledge',
        subject: 'component:default/checkout',
        attributes: { confirmed: true },
      }),
    ]);
    expect(JSON.stringify(events())).not.toContain(TITLE);
    await waitFor(() =>
      expect(api.asked.filter(each => each === 'onCall')).toHaveLength(2),
    );
    expect(row()).toHaveTextContent('acknowledged by Ada Lovelace');
  });

  it('keeps the keyboard where it was when the button is gone', async () => {
    const api = new FixtureApi({
      onCall: onCall(mayAct),
      action: acknowledged,
    });
    const { user, row } = await open(api);
    api.answers.onCall = undefined;
    button('Acknowledge', row()).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(row()).toHaveTextContent('by Ada Lovelace'));
    expect(row()).toContainElement(document.activeElement as HTMLElement);
  });

  it('offers in the first line to acknowledge what waits', async () => {
    const api = new FixtureApi({
      onCall: onCall(mayAct),
      action: acknowledged,
    });
    const { user, list } = await open(api);
    api.answers.onCall = undefined;
    const [headline, inRow] = screen.getAllByRole('button', {
      name: `Acknowledge: ${TITLE}`,
    });
    expect(list).not.toContainElement(headline);
    expect(list).toContainElement(inRow);
    await user.click(headline);
    await waitFor(() => expect(headline).not.toBeInTheDocument());
    expect(api.done).toEqual([['acknowledge', 'Q1X']]);
  });

  it('is not done twice by impatience, wherever that clicks', async () => {
    const api = new FixtureApi({ onCall: onCall(mayAct) });
    const { user, row } = await open(api);
    await user.dblClick(button('Acknowledge', row()));
    for (const each of screen.getAllByRole('button', {
      name: `Acknowledge: ${TITLE}`,
    })) {
      expect(each).toHaveAttribute('aria-disabled', 'true');
      expect(each).toHaveAttribute('aria-busy', 'true');
      await user.click(each);
    }
    expect(button('Resolve', row())).toHaveAttribute('aria-disabled', 'true');
    expect(api.done).toHaveLength(1);
  });

  it('says beside the row why it failed, and can be tried again', async () => {
    const api = new FixtureApi({
      onCall: onCall(mayAct),
      action: await refusal(
        403,
        'UnknownResponderError',
        'PagerDuty knows nobody with ada@example.com',
      ),
    });
    const { user, row, alerts, events } = await open(api);
    await user.click(button('Acknowledge', row()));
    expect(await within(row()).findByRole('alert')).toHaveTextContent(
      'This was not done. PagerDuty knows nobody with ada@example.com',
    );
    expect(alerts.posted).toEqual([]);
    expect(events()).toEqual([]);

    api.answers.action = acknowledged;
    api.answers.onCall = undefined;
    await user.click(button('Acknowledge', row()));
    await waitFor(() => expect(row()).toHaveTextContent('by Ada Lovelace'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that it was done and could not be read again', async () => {
    const api = new FixtureApi({
      onCall: onCall(mayAct),
      action: { ...acknowledged, confirmed: false },
    });
    const { user, row, alerts } = await open(api);
    await user.click(button('Acknowledge', row()));
    await waitFor(() => expect(alerts.posted).toHaveLength(1));
    expect(alerts.posted[0]).toMatchObject({ severity: 'warning' });
    expect(alerts.posted[0].message).toMatch(
      /^This was done, but could not be read again/,
    );
    // It stays until it is read.
    expect(alerts.posted[0].display).toBeUndefined();
  });

  it('resolves with a note', async () => {
    const api = new FixtureApi({ onCall: onCall(mayAct), action: resolved });
    const { user, row, list, events } = await open(api);
    api.answers.onCall = undefined;
    await user.click(button('Resolve', row()));
    const dialog = await screen.findByRole('dialog', {
      name: `Resolve: ${TITLE}`,
    });
    await user.type(
      within(dialog).getByLabelText('Note (optional)'),
      '  restarted the till  ',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.done).toEqual([
      ['resolve', 'Q1X', { note: 'restarted the till' }],
    ]);
    await waitFor(() =>
      expect(within(list).queryByText(TITLE)).not.toBeInTheDocument(),
    );
    expect(list.closest('[tabindex]')).toHaveFocus();
    expect(events()).toMatchObject([{ action: 'incident-resolve' }]);
    expect(JSON.stringify(events())).not.toContain('till');
  });

  it('resolves without a note', async () => {
    const api = new FixtureApi({ onCall: onCall(mayAct), action: resolved });
    const { user, row } = await open(api);
    await user.click(button('Resolve', row()));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    await waitFor(() =>
      expect(api.done).toEqual([['resolve', 'Q1X', { note: undefined }]]),
    );
  });

  it('adds a note, and none without words', async () => {
    const api = new FixtureApi({
      onCall: onCall(mayAct),
      action: answer({}),
    });
    const { user, row } = await open(api);
    await user.click(button('Add note', row()));
    const dialog = await screen.findByRole('dialog', {
      name: `Add note: ${TITLE}`,
    });
    const add = within(dialog).getByRole('button', { name: 'Add note' });
    await user.type(within(dialog).getByLabelText('Note'), '   ');
    expect(add).toHaveAttribute('aria-disabled', 'true');
    await user.click(add);
    expect(api.done).toEqual([]);
    await user.type(within(dialog).getByLabelText('Note'), 'looking at it');
    await user.click(add);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.done).toEqual([['note', 'Q1X', { content: 'looking at it' }]]);
  });

  it('keeps in the dialog what was written when it failed', async () => {
    const api = new FixtureApi({
      onCall: onCall(mayAct),
      action: new Error('Failed to fetch'),
    });
    const { user, row } = await open(api);
    await user.click(button('Add note', row()));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Note'), 'looking at it');
    await user.click(within(dialog).getByRole('button', { name: 'Add note' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /not known whether this was done.*Failed to fetch/,
    );
    expect(within(dialog).getByLabelText('Note')).toHaveValue('looking at it');
  });

  it('closes the dialog by Escape and gives the focus back', async () => {
    const api = new FixtureApi({ onCall: onCall(mayAct) });
    const { user, row } = await open(api);
    await user.click(button('Resolve', row()));
    const dialog = await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(button('Resolve', row())).toHaveFocus();
  });

  it('is not left while it is under way', async () => {
    const api = new FixtureApi({ onCall: onCall(mayAct) });
    const { user, row } = await open(api);
    await user.click(button('Resolve', row()));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    await user.keyboard('{Escape}');
    expect(dialog).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    ).toBeDisabled();
  });
});

describe('where somebody may not act', () => {
  it.each<[NotActingReason, RegExp]>([
    ['users_only', /Only people may act/],
    ['permission', /engineering-owner\.incident\.act/],
    ['undecided', /could not be found out just now/],
    ['no_user', /not in the catalog as a User/],
    ['no_email', /spec\.profile\.email/],
    ['no_service', /pagerduty\.com\/service-id/],
    ['read_only', /only reads from this PagerDuty account/],
    ['refused', /PagerDuty refused a change/],
  ])('says so to everybody: %s', async (reason, words) => {
    const api = new FixtureApi({ onCall: onCall({ act: false, reason }) });
    const { user, row } = await open(api);
    for (const control of [
      button('Acknowledge', row()),
      button('Resolve', row()),
      button('Add note', row()),
      screen.getByRole('button', { name: 'Page the on-call' }),
    ]) {
      expect(control).toHaveAttribute('aria-disabled', 'true');
      expect(control).toHaveAccessibleDescription(words);
      await user.click(control);
    }
    expect(api.done).toEqual([]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      await screen.findByRole('tooltip', { name: words }),
    ).toBeInTheDocument();
  });

  it('leads to the vendor in the first line', async () => {
    await open(
      new FixtureApi({ onCall: onCall({ act: false, reason: 'read_only' }) }),
    );
    expect(
      screen.getByRole('link', { name: 'Open in PagerDuty' }),
    ).toHaveAttribute('href', 'https://example.pagerduty.com/incidents/Q1X');
  });

  it('shows a reason of a newer backend', async () => {
    const reason = 'full_moon' as NotActingReason;
    const { row } = await open(
      new FixtureApi({ onCall: onCall({ act: false, reason }) }),
    );
    expect(button('Resolve', row())).toHaveAccessibleDescription(/full_moon/);
  });

  it('offers nothing where it is not known who may', async () => {
    const { row } = await open(new FixtureApi({ onCall: onCall(undefined) }));
    expect(
      within(row()).queryByRole('button', { name: /^(Ack|Resolve|Add)/ }),
    ).not.toBeInTheDocument();
  });
});
