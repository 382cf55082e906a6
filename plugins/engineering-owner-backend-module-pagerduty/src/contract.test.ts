import {
  Contract,
  contractPath,
  createPagerDutyHandlers,
  createPagerDutyState,
} from '@engineering-owner/demo-world';
import { setupServer } from 'msw/node';
import { testAccount } from './__testUtils__/account';
import { PagerDutyClient } from './client/PagerDutyClient';
import { PagerDutySource } from './onCall/PagerDutySource';

const path = contractPath();
if (!path) {
  // eslint-disable-next-line no-console
  console.warn(
    'Skipped: PagerDuty’s OpenAPI document is not here; name it in PAGERDUTY_OPENAPI',
  );
}
const describeWithContract = path ? describe : describe.skip;
const whySkipped = path
  ? ''
  : ' (skipped: PAGERDUTY_OPENAPI names no document)';

describeWithContract(`PagerDuty’s official contract${whySkipped}`, () => {
  const now = new Date('2026-03-18T10:00:00Z');
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());

  it('is kept by every request that the source makes', async () => {
    const state = createPagerDutyState({ clock: () => now });
    server.use(...createPagerDutyHandlers(state));
    const contract = Contract.load(path ?? '');
    const asked = new Set<string>();
    const problems: string[] = [];
    server.events.on('request:start', ({ request }) => {
      const { pathname } = new URL(request.url);
      asked.add(
        `${request.method} ${pathname.replace(/\/[QP][A-Z0-9]+/, '/{id}')}`,
      );
      problems.push(
        ...contract.validateRequest({
          method: request.method,
          url: request.url,
          headers: request.headers,
        }),
      );
    });

    const source = new PagerDutySource(
      new PagerDutyClient(testAccount({ webhookSecrets: ['secret'] })),
    );
    const options = { signal: new AbortController().signal };
    const month = {
      since: new Date('2026-02-18T10:00:00Z'),
      until: now,
    };
    const { services, policies } = await source.readDirectory(options);
    const serviceIds = services.map(({ id }) => id);
    await source.readShifts(
      {
        policyIds: policies.map(({ id }) => id),
        from: now,
        to: new Date('2026-04-15T10:00:00Z'),
      },
      options,
    );
    await source.readOpenIncidents({ serviceIds }, options);
    for await (const page of source.readIncidents(
      { serviceIds, ...month },
      options,
    )) {
      await source.readIncidentsById([page[0].id], options);
      await source.webhooks?.readLog(page[0].id, options);
    }
    await source.readChanges(month, options);
    await source.webhooks?.readServices([serviceIds[0]], options);

    expect([...asked].sort()).toEqual([
      'GET /escalation_policies',
      'GET /incidents',
      'GET /incidents/{id}',
      'GET /incidents/{id}/log_entries',
      'GET /log_entries',
      'GET /oncalls',
      'GET /services',
      'GET /services/{id}',
      'GET /users',
    ]);
    expect(problems).toEqual([]);
  });
});
