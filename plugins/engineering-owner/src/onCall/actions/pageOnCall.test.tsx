import { alertApiRef } from '@backstage/core-plugin-api';
import type {
  IncidentActionResponse,
  OnCallResponse,
} from '@engineering-owner/backstage-plugin-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeAlerts } from '../../__testUtils__/FakeAlerts';
import { FixtureApi } from '../../__testUtils__/FixtureApi';
import { NOW as now } from '../../__testUtils__/fixtures/clock';
import {
  emptyOnCall,
  incident,
  quietOnCall,
} from '../../__testUtils__/fixtures/onCall';
import { refusal } from '../../__testUtils__/refusal';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { OnCallTab } from '../OnCallTab';
import { PageOnCallDialog } from './PageOnCallDialog';

const source = { type: 'pagerduty', name: 'default' };
const onCall: OnCallResponse = { ...quietOnCall(now), may: { act: true } };
const priorities = {
  entityRef: onCall.entityRef,
  priorities: [{ source, names: ['P1', 'P2'] }],
};
const paged: IncidentActionResponse = {
  entityRef: onCall.entityRef,
  incident: incident(now, { id: 'QNEW', title: 'Nobody can pay' }),
  confirmed: true,
};

async function open(answers: ConstructorParameters<typeof FixtureApi>[0]) {
  const user = userEvent.setup();
  const api = new FixtureApi({ onCall, priorities, action: paged, ...answers });
  const alerts = new FakeAlerts();
  await renderOnEntity(<OnCallTab />, api, { apis: [[alertApiRef, alerts]] });
  await user.click(
    await screen.findByRole('button', { name: 'Page the on-call' }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Page the on-call',
  });
  return { user, api, alerts, dialog: within(dialog), element: dialog };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('paging the on-call', () => {
  it('says whom it pages and sends what was said', async () => {
    const { user, api, alerts, dialog, element } = await open({});
    expect(
      dialog.getByText('This pages Ada Lovelace, level 1 of “Payments”.'),
    ).toBeInTheDocument();
    expect(dialog.queryByLabelText('Service')).not.toBeInTheDocument();
    const send = dialog.getByRole('button', { name: 'Page now' });
    expect(send).toHaveAttribute('aria-disabled', 'true');

    await user.type(
      dialog.getByLabelText(/^What is wrong/),
      ' Nobody can pay ',
    );
    await user.type(dialog.getByLabelText('Details (optional)'), 'since noon');
    await user.selectOptions(dialog.getByLabelText('Urgency'), 'low');
    await user.selectOptions(await dialog.findByLabelText('Priority'), 'P1');
    api.answers.onCall = undefined;
    await user.click(send);

    await waitFor(() => expect(element).not.toBeInTheDocument());
    expect(api.done).toEqual([
      [
        'trigger',
        {
          title: 'Nobody can pay',
          details: 'since noon',
          urgency: 'low',
          priority: 'P1',
          serviceId: 'PCHECK1',
          requestId: expect.stringMatching(UUID),
        },
      ],
    ]);
    expect(
      await screen.findByRole('list', { name: /^Open incidents/ }),
    ).toHaveTextContent('Nobody can pay');
    expect(alerts.posted).toMatchObject([{ message: 'Paged: Nobody can pay' }]);
  });

  it('tries again for the same incident, with what was written', async () => {
    const { user, api, dialog, element } = await open({
      action: await refusal(504, 'ActionTimeoutError', 'no answer in time'),
    });
    await user.type(
      dialog.getByLabelText(/^What is wrong/),
      'Nobody can pay{Enter}',
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'no answer in time',
    );
    expect(dialog.getByLabelText(/^What is wrong/)).toHaveValue(
      'Nobody can pay',
    );
    api.answers.action = paged;
    await user.click(dialog.getByRole('button', { name: 'Page now' }));
    await waitFor(() => expect(element).not.toBeInTheDocument());
    const [first, second] = api.done.map(
      ([, request]) => request as { requestId: string },
    );
    expect(second.requestId).toBe(first.requestId);
  });

  it('asks on which of several services, and for whom each is', async () => {
    const web = { ...onCall.services[0], id: 'PWEB', name: 'Checkout web' };
    const gone = { ...onCall.services[0], id: 'PGONE', found: false };
    const { user, api, dialog } = await open({
      onCall: { ...onCall, services: [...onCall.services, web, gone] },
    });
    const choice = dialog.getByLabelText('Service');
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Checkout', 'Checkout web']);
    await user.selectOptions(choice, 'PWEB');
    expect(
      dialog.getByText('Who this pages is not known right now.'),
    ).toBeInTheDocument();
    await user.type(dialog.getByLabelText(/^What is wrong/), 'Down');
    await user.click(dialog.getByRole('button', { name: 'Page now' }));
    await waitFor(() =>
      expect(api.done).toMatchObject([['trigger', { serviceId: 'PWEB' }]]),
    );
  });

  it.each<[string, OnCallResponse['escalation'][number]['levels'], RegExp]>([
    [
      'somebody at level 2',
      [
        { ...onCall.escalation[0].levels[0], onCall: [], coverage: 'gaps' },
        ...onCall.escalation[0].levels.slice(1),
      ],
      /pages Alan Turing, level 2/,
    ],
    ['nobody', [], /Nobody is on call at any level.*pages nobody/],
  ])('says that it pages %s', async (_, levels, words) => {
    const { dialog } = await open({
      onCall: { ...onCall, escalation: [{ ...onCall.escalation[0], levels }] },
    });
    expect(dialog.getByText(words)).toBeInTheDocument();
  });

  it('pages without a priority where there are none', async () => {
    const { dialog } = await open({
      priorities: { ...priorities, priorities: [{ source, names: [] }] },
    });
    await waitFor(() =>
      expect(dialog.queryByLabelText('Priority')).not.toBeInTheDocument(),
    );
  });

  it('says that priorities could not be read, and pages without', async () => {
    const { user, api, dialog } = await open({
      priorities: new Error('PagerDuty is away'),
    });
    expect(
      await dialog.findByText(/could not be read.*PagerDuty is away/),
    ).toBeInTheDocument();
    await user.type(dialog.getByLabelText(/^What is wrong/), 'Down');
    await user.click(dialog.getByRole('button', { name: 'Page now' }));
    await waitFor(() => expect(api.done).toHaveLength(1));
    expect(api.done[0][1]).not.toHaveProperty('priority');
  });

  it('closes by Escape and gives the focus back', async () => {
    const { user, element } = await open({});
    await user.keyboard('{Escape}');
    await waitFor(() => expect(element).not.toBeInTheDocument());
    expect(
      screen.getByRole('button', { name: 'Page the on-call' }),
    ).toHaveFocus();
  });
});

describe('the dialog that a menu opens', () => {
  const render = (answer: OnCallResponse | Error | undefined) => {
    const api = new FixtureApi({ onCall: answer, priorities });
    return renderOnEntity(<PageOnCallDialog onClose={() => {}} />, api).then(
      () => api,
    );
  };

  it('waits for what it has to know', async () => {
    await render(undefined);
    expect(await screen.findByRole('progressbar')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Page now' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('says what failed', async () => {
    await render(new Error('connection refused'));
    expect(await screen.findByText(/connection refused/)).toBeInTheDocument();
  });

  it.each<[string, OnCallResponse, RegExp]>([
    [
      'the reader may not',
      { ...onCall, may: { act: false, reason: 'permission' } },
      /engineering-owner\.incident\.act/,
    ],
    [
      'there is no service',
      { ...emptyOnCall(now), may: { act: true } },
      /names no PagerDuty service/,
    ],
  ])('says why there is nothing to send: %s', async (_, answer, words) => {
    const api = await render(answer);
    const send = await screen.findByRole('button', { name: 'Page now' });
    await waitFor(() => expect(send).toHaveAccessibleDescription(words));
    expect(screen.queryByLabelText(/^What is wrong/)).not.toBeInTheDocument();
    // Priorities cost a request to the account.
    expect(api.asked).toEqual(['onCall']);
  });
});
