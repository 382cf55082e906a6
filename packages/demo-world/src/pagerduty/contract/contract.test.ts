import { getResponse } from 'msw';
import { createPagerDutyHandlers } from '../handlers/handlers';
import { createPagerDutyState, PagerDutyState } from '../state';
import { Contract } from './contract';
import { contractPath } from './contractPath';

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

const NOW = '2026-03-18T10:00:00Z';

function makeState(): PagerDutyState {
  return createPagerDutyState({
    clock: () => new Date(NOW),
    webhook: { url: 'https://portal.example/hook', secret: 's' },
  });
}

interface Options {
  method?: string;
  body?: unknown;
  token?: string;
  from?: string | null;
}

async function call(state: PagerDutyState, target: string, options: Options) {
  const { method = 'GET', body, token = 'demo', from } = options;
  const url = `https://api.pagerduty.com${target}`;
  const headers = new Headers({
    authorization: `Token token=${token}`,
    accept: 'application/vnd.pagerduty+json;version=2',
  });
  if (body !== undefined) {
    headers.set('content-type', 'application/json');
  }
  if (from !== null && method !== 'GET') {
    headers.set('from', from ?? 'maya.okafor@parcel.example');
  }
  const response = await getResponse(
    createPagerDutyHandlers(state),
    new Request(url, { method, headers, body: JSON.stringify(body) }),
  );
  if (!response) {
    throw new Error(`Nothing answers ${method} ${target}`);
  }
  return { url, method, headers, body, response };
}

describeWithContract(`PagerDuty’s official contract${whySkipped}`, () => {
  let contract: Contract;
  let state: PagerDutyState;

  beforeAll(() => {
    contract = Contract.load(path ?? '');
    state = makeState();
  });

  const incidentOf = (serviceId: string) =>
    state.truth.openIncidents(serviceId)[0].state.id;

  async function problems(target: string, options: Options, status: number) {
    const { response, ...request } = await call(state, target, options);
    const text = await response.text();
    const answer: unknown = JSON.parse(text);
    expect({ target, status: response.status, text }).toMatchObject({ status });
    return {
      request: contract.validateRequest(request),
      response: contract.validateResponse(request, {
        status: response.status,
        body: answer,
      }),
    };
  }

  const clean = { request: [], response: [] };

  it.each([
    '/services',
    '/services?query=check&team_ids[]=PTSTORE&include[]=teams&include[]=escalation_policies',
    '/services/PCHKOUT?include[]=escalation_policies',
    '/escalation_policies?include[]=targets&include[]=teams&limit=2&total=true',
    '/escalation_policies/PPWAREH',
    '/schedules',
    '/schedules/PSWARE2?since=2026-03-18T10:00:00Z&until=2026-04-15T10:00:00Z',
    '/oncalls?earliest=true&escalation_policy_ids[]=PPSTORE',
    '/oncalls?since=2026-03-18T10:00:00Z&until=2026-04-15T10:00:00Z&include[]=users&include[]=schedules&include[]=escalation_policies',
    '/users?include[]=teams&include[]=contact_methods',
    '/users/PMAYAOK',
    '/incidents?date_range=all&limit=100&sort_by=created_at:desc',
    '/incidents?date_range=all&limit=100&offset=100',
    '/incidents?date_range=all&limit=100&offset=200',
    '/incidents?date_range=all&limit=100&offset=300',
    '/incidents?statuses[]=triggered&statuses[]=acknowledged&service_ids[]=PCHKOUT&urgencies[]=high&include[]=acknowledgers&include[]=assignees&include[]=priorities&include[]=services&include[]=teams&include[]=escalation_policies&include[]=first_trigger_log_entries&include[]=agents',
    '/incidents?statuses[]=acknowledged&include[]=users&include[]=acknowledgers&include[]=agents',
    '/log_entries?since=2026-03-01T00:00:00Z&until=2026-03-18T10:00:00Z&limit=100&include[]=channels',
    '/log_entries?limit=100&is_overview=true&include[]=incidents&include[]=services&include[]=teams',
    '/priorities',
    '/abilities',
    '/teams?query=pay',
    '/webhook_subscriptions',
  ])('GET %s', async target => {
    expect(await problems(target, {}, 200)).toEqual(clean);
  });

  it('holds for every log entry of the account', async () => {
    const pages = Math.ceil(state.log.events().length / 100);
    for (let page = 0; page < pages; page += 1) {
      const target = `/log_entries?limit=100&offset=${
        page * 100
      }&include[]=channels`;
      expect(await problems(target, {}, 200)).toEqual(clean);
    }
  });

  it.each(['', '/log_entries', '/alerts', '/notes'])(
    'GET /incidents/{id}%s',
    async part => {
      for (const serviceId of ['PCHKOUT', 'PCHKWEB', 'PRECOMM']) {
        const target = `/incidents/${incidentOf(serviceId)}${part}`;
        expect(await problems(target, {}, 200)).toEqual(clean);
      }
    },
  );

  it('holds for a new incident', async () => {
    const body = {
      incident: {
        type: 'incident',
        title: 'Carts are empty',
        service: { id: 'PCARTSV', type: 'service_reference' },
        urgency: 'high',
        priority: { id: 'PPRIOR2', type: 'priority_reference' },
        body: { type: 'incident_body', details: 'Since the last release' },
      },
    };
    expect(await problems('/incidents', { method: 'POST', body }, 201)).toEqual(
      clean,
    );
  });

  it('holds for changes and notes', async () => {
    state = makeState();
    const id = incidentOf('PCHKOUT');
    const acknowledge = {
      incidents: [{ id, type: 'incident_reference', status: 'acknowledged' }],
    };
    expect(
      await problems('/incidents', { method: 'PUT', body: acknowledge }, 200),
    ).toEqual(clean);
    const resolve = {
      incident: { type: 'incident', status: 'resolved', resolution: 'Fixed' },
    };
    expect(
      await problems(`/incidents/${id}`, { method: 'PUT', body: resolve }, 200),
    ).toEqual(clean);
    expect(
      await problems(
        `/incidents/${id}/notes`,
        { method: 'POST', body: { note: { content: 'Rolled back' } } },
        200,
      ),
    ).toEqual(clean);
    expect(await problems(`/incidents/${id}/log_entries`, {}, 200)).toEqual(
      clean,
    );
  });

  it('holds for refusals', async () => {
    state = makeState();
    const put = { method: 'PUT', body: { incidents: [] }, from: null };
    const [resolved] = state.log.incidents();
    const late = {
      method: 'PUT',
      body: { incident: { type: 'incident', status: 'acknowledged' } },
    };
    const tooMany = {
      method: 'PUT',
      body: {
        incidents: Array.from({ length: 251 }, () => ({
          id: incidentOf('PCHKOUT'),
          type: 'incident',
        })),
      },
    };
    const refusals = [
      await problems('/incidents?offset=9990', {}, 400),
      await problems('/incidents/QNONE', {}, 404),
      await problems('/incidents/QNONE/alerts', {}, 404),
      await problems('/services', { token: 'wrong' }, 401),
      await problems('/incidents', put, 400),
      await problems(`/incidents/${resolved.state.id}`, late, 400),
      await problems('/incidents', tooMany, 413),
    ];
    expect(refusals.map(({ response }) => response)).toEqual(
      refusals.map(() => []),
    );
  });

  it('notices a wrong request and a wrong answer', () => {
    expect(
      contract.validateRequest({
        method: 'GET',
        url: '/incidents?statuses[]=open&service_id=P1',
        headers: {},
      }),
    ).toEqual([
      'GET /incidents: the query parameter "service_id" does not exist',
      expect.stringContaining(
        'statuses[] "open" (root) must be equal to one of',
      ),
      'GET /incidents: the header Accept is missing',
    ]);
    expect(
      contract.validateResponse(
        { method: 'GET', url: '/users/PMAYAOK' },
        { status: 200, body: { user: { id: 'PMAYAOK', type: 'person' } } },
      ),
    ).not.toEqual([]);
    expect(
      contract.validateResponse(
        { method: 'GET', url: '/users/PMAYAOK' },
        { status: 418, body: {} },
      ),
    ).toEqual(['GET /users/PMAYAOK: status 418 is not in the contract']);
  });
});
