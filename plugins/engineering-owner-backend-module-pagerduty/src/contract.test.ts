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

  it('is kept by every request that the source makes, and by the answers to changes', async () => {
    const state = createPagerDutyState({ clock: () => now });
    server.use(...createPagerDutyHandlers(state));
    const contract = Contract.load(path ?? '');
    const asked = new Set<string>();
    const problems: string[] = [];
    const checks: Array<Promise<unknown>> = [];
    const check = async (request: Request) => {
      const text = await request.clone().text();
      problems.push(
        ...contract.validateRequest({
          method: request.method,
          url: request.url,
          headers: request.headers,
          ...(text !== '' && { body: JSON.parse(text) }),
        }),
      );
    };
    server.events.on('request:start', ({ request }) => {
      const { pathname } = new URL(request.url);
      asked.add(
        `${request.method} ${pathname.replace(/\/[QP][A-Z0-9]+/, '/{id}')}`,
      );
      checks.push(check(request));
    });
    server.events.on('response:mocked', ({ request, response }) => {
      const { method, url } = request;
      const checkAnswer = async () => {
        const body = await response.clone().json();
        problems.push(
          ...contract.validateResponse(
            { method, url },
            { status: response.status, body },
          ),
        );
      };
      // What is read is checked of the simulator itself, page by page.
      if (method !== 'GET') {
        checks.push(checkAnswer());
      }
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
    const by = { email: 'maya.okafor@parcel.example' };
    const opened = await source.actions?.trigger(
      {
        serviceId: serviceIds[0],
        title: 'Carts are empty',
        details: 'Since the release',
        urgency: 'low',
        priority: 'P2',
        key: 'key-1',
        by,
      },
      options,
    );
    const incidentId = opened?.id ?? '';
    await source.actions?.acknowledge({ incidentId, by }, options);
    await source.actions?.addNote(
      { incidentId, by, content: 'On it' },
      options,
    );
    await source.actions?.resolve(
      { incidentId, by, note: 'Rolled back' },
      options,
    );
    await source.actions?.readRecord(incidentId, options);
    // A note whose answer is lost is looked for.
    state.faults.set({
      kind: 'server_error',
      pathPrefix: `/incidents/${incidentId}/notes`,
      requests: 1,
    });
    await source.actions
      ?.addNote({ incidentId, by, content: 'Done' }, options)
      .catch(() => {});
    await Promise.all(checks);

    expect([...asked].sort()).toEqual([
      'GET /escalation_policies',
      'GET /incidents',
      'GET /incidents/{id}',
      'GET /incidents/{id}/log_entries',
      'GET /incidents/{id}/notes',
      'GET /log_entries',
      'GET /oncalls',
      'GET /priorities',
      'GET /services',
      'GET /services/{id}',
      'GET /users',
      'POST /incidents',
      'POST /incidents/{id}/notes',
      'PUT /incidents/{id}',
    ]);
    expect(problems).toEqual([]);
  });
});
