import { setupServer } from 'msw/node';
import { createPagerDutyState } from '../state';
import { createPagerDutyHandlers } from './handlers';

describe('the handlers', () => {
  const state = createPagerDutyState({ history: false });
  const server = setupServer(...createPagerDutyHandlers(state));

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());

  it.each([
    ['https://api.pagerduty.com/services/PCHKOUT'],
    ['https://api.eu.pagerduty.com/services/PCHKOUT'],
    ['http://127.0.0.1:9292/services/PCHKOUT'],
  ])('answer %s without a server', async url => {
    const response = await fetch(url, {
      headers: { authorization: 'Token token=demo' },
    });
    expect(await response.json()).toMatchObject({ service: { id: 'PCHKOUT' } });
  });

  it.each([
    'https://api.pagerduty.com/analytics/raw/incidents',
    'https://api.pagerduty.com/services/PCHKOUT/integrations',
  ])('do not take %s for something else', async url => {
    jest.spyOn(console, 'error').mockImplementation();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('count requests by path', () => {
    expect(state.requests.byPath()).toEqual({ 'GET /services/PCHKOUT': 3 });
  });
});
