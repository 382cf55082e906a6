import { identityApiRef } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  type RouteResolutionApi,
  routeResolutionApiRef,
} from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import {
  busyOnCall,
  quietOnCall,
  staleOnCall,
} from '../__testUtils__/fixtures/onCall';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { onCallRouteRef } from '../routing';
import { OnCallMine } from './OnCallMine';

const inHours = (hours: number) =>
  new Date(now.getTime() + hours * 3_600_000).toISOString();
const shift = {
  source: { type: 'pagerduty', name: 'default' },
  policy: { id: 'P1', name: 'Payments' },
  level: 1,
};
const ada = { entityRef: 'user:default/ada' };

function render(
  onCall: ReturnType<typeof quietOnCall> | Error,
  routes?: RouteResolutionApi,
) {
  return renderOnEntity(<OnCallMine />, new FixtureApi({ onCall }), {
    apis: [
      ...(routes ? [[routeResolutionApiRef, routes] as const] : []),
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => ({
            userEntityRef: ada.entityRef,
            ownershipEntityRefs: [],
          }),
        },
      ],
    ],
  });
}

describe('the widget of a home page', () => {
  it('says until when one is on call and that all is quiet, with a way to the page', async () => {
    await render({
      ...quietOnCall(now),
      ...ada,
      shifts: [{ ...shift, from: inHours(-1), to: inHours(10) }],
    });
    expect(await screen.findByText(/You are on call until/)).toBeVisible();
    expect(screen.getByText(/No open incident of yours/)).toBeVisible();
    expect(screen.getByText('Your on-call page')).toHaveAttribute(
      'href',
      '/catalog/default/user/ada',
    );
  });

  it.each([
    [
      'the tab, wherever the admin has put it',
      (from: string) => () => `${from}/pager`,
      '/catalog/default/user/ada/pager',
    ],
    [
      'the page, where the tab is left out',
      () => undefined,
      '/catalog/default/user/ada',
    ],
  ])('leads to %s', async (_, tabFrom, href) => {
    const resolve = (ref: unknown, { sourcePath = '' } = {}) =>
      ref === onCallRouteRef
        ? tabFrom(sourcePath)
        : () => '/catalog/default/user/ada';
    await render(
      { ...quietOnCall(now), ...ada, shifts: [] },
      { resolve: resolve as RouteResolutionApi['resolve'] },
    );
    expect(await screen.findByText('Your on-call page')).toHaveAttribute(
      'href',
      href,
    );
  });

  it('says when one is next, and what is open', async () => {
    await render({
      ...busyOnCall(now),
      ...ada,
      shifts: [{ ...shift, from: inHours(20), to: inHours(30) }],
    });
    expect(await screen.findByText(/You are on call next from/)).toBeVisible();
    expect(screen.getByText('2 open incidents')).toBeVisible();
    expect(screen.getByText(/checkout: 5xx above 1 %/)).toBeVisible();
  });

  it('calls nothing quiet that is not known', async () => {
    await render({ ...staleOnCall(now), ...ada, shifts: [] });
    expect(await screen.findByText(/You are not on call/)).toBeVisible();
    expect(screen.queryByText(/No open incident/)).not.toBeInTheDocument();
  });

  it('says that nothing of theirs pages, and not that all is quiet', async () => {
    await render({ ...quietOnCall(now), ...ada, services: [], shifts: [] });
    expect(await screen.findByText(/^Nothing that you or/)).toBeVisible();
    expect(screen.getByText(/You are not on call/)).toBeVisible();
    expect(screen.queryByText(/No open incident/)).not.toBeInTheDocument();
  });

  it('does not say that somebody is not on call before shifts are known', async () => {
    const quiet = quietOnCall(now);
    await render({
      ...quiet,
      ...ada,
      shifts: [],
      sections: { ...quiet.sections, escalation: { state: 'pending' } },
    });
    expect(await screen.findByText(/is not known yet/)).toBeVisible();
    expect(screen.queryByText(/You are not on call/)).not.toBeInTheDocument();
  });

  it('tells somebody without a User entity why there is nothing', async () => {
    const response = new Response('{}', { status: 404 });
    await render(await ResponseError.fromResponse(response));
    expect(
      await screen.findByText(/Sign in as a person of the catalog/),
    ).toBeVisible();
  });
});
