import { screen, within } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import { entityOfKind } from '../__testUtils__/fixtures/entities';
import { portfolioOnCall } from '../__testUtils__/fixtures/onCall';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { OnCallTab } from './OnCallTab';

const HOUR = 3_600_000;
const inHours = (hours: number) =>
  new Date(now.getTime() + hours * HOUR).toISOString();

function render(
  changes: Partial<ReturnType<typeof portfolioOnCall>> = {},
  kind = 'Group',
) {
  return renderOnEntity(
    <OnCallTab />,
    new FixtureApi({ onCall: { ...portfolioOnCall(now), ...changes } }),
    { entity: entityOfKind(kind) },
  );
}

describe('the On-call tab of what others belong to', () => {
  it('names the entities an incident and an alert are of, and acts on none', async () => {
    await render();
    const list = await screen.findByRole('list', { name: /^Open incidents/ });
    const [first] = within(list).getAllByRole('listitem');
    expect(within(first).getByText('checkout').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
    expect(within(first).getByText('basket')).toBeInTheDocument();
    expect(screen.queryByText('Acknowledge')).not.toBeInTheDocument();
    expect(screen.queryByText('Page the on-call')).not.toBeInTheDocument();
    const alerts = screen.getByRole('list', { name: 'Alerts' });
    expect(within(alerts).getAllByText('checkout')).not.toHaveLength(0);
  });

  it('says which entities page nobody', async () => {
    await render();
    const section = await screen.findByRole('region', {
      name: 'Without paging',
    });
    expect(section).toHaveTextContent(
      /1 of 3 name no on-call service that exists/,
    );
    expect(within(section).getByText('stickers')).toBeInTheDocument();
  });

  it('says when a person is on call, now first', async () => {
    const shift = {
      source: { type: 'pagerduty', name: 'default' },
      policy: { id: 'P1', name: 'Payments' },
      level: 1,
    };
    await render(
      {
        shifts: [
          { ...shift, from: inHours(-1), to: inHours(11) },
          { ...shift, level: 2, from: inHours(48), to: inHours(60) },
          { ...shift, level: 3, from: null, to: null },
        ],
      },
      'User',
    );
    const section = await screen.findByRole('region', {
      name: /On-call shifts/,
    });
    const [running, coming, permanent] =
      within(section).getAllByRole('listitem');
    expect(running).toHaveTextContent(/on call now until .*Payments · Level 1/);
    expect(coming).not.toHaveTextContent(/on call now/);
    expect(coming).toHaveTextContent(/ to .*Level 2/);
    expect(permanent).toHaveTextContent(/on call now always/);
  });

  it('is a help page where nothing names a service', async () => {
    await render({
      services: [],
      incidents: { open: [], recent: [] },
      alerts: [],
      portfolio: {
        entities: 2,
        withoutService: {
          n: 2,
          entityRefs: ['component:default/a', 'component:default/b'],
        },
      },
    });
    expect(
      await screen.findByText(/Nothing that belongs here names an on-call/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/None of the 2 entities that belong here/),
    ).toBeInTheDocument();
    expect(screen.getByText('a')).toBeInTheDocument();
  });
});
