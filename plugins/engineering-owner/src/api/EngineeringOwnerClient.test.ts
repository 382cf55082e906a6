import { ResponseError } from '@backstage/errors';
import { EngineeringOwnerClient } from './EngineeringOwnerClient';

const CHECKOUT = { kind: 'Component', namespace: 'default', name: 'checkout' };
const BASE = 'http://backend/api/engineering-owner';

function answering(status: number, body: unknown) {
  const asked: string[] = [];
  const sent: Array<[method: string, body: unknown]> = [];
  const client = new EngineeringOwnerClient({
    discoveryApi: {
      getBaseUrl: async plugin => `http://backend/api/${plugin}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        asked.push(String(input));
        if (init?.method) {
          sent.push([init.method, JSON.parse(String(init.body))]);
        }
        return new Response(JSON.stringify(body), {
          status,
          headers: { 'content-type': 'application/json' },
        });
      },
    },
  });
  return { client, asked, sent };
}

describe('EngineeringOwnerClient', () => {
  it('asks for each part at its own address', async () => {
    const { client, asked } = answering(200, {});
    await client.getOwnership(CHECKOUT);
    await client.getOnCall(CHECKOUT);
    await client.getRunbooks(CHECKOUT);
    await client.getSlos(CHECKOUT);
    await client.getSummary(CHECKOUT);
    const entity = `${BASE}/v1/entities/by-name/Component/default/checkout`;
    expect(asked).toEqual([
      `${entity}/ownership`,
      `${entity}/on-call`,
      `${entity}/runbooks`,
      `${entity}/slos`,
      `${entity}/summary`,
    ]);
  });

  it('escapes names and times in the address of a history', async () => {
    const { client, asked } = answering(200, {});
    await client.getSloHistory({ ...CHECKOUT, name: 'a b/c' }, 'p95 < 1s/é', {
      from: '2025-06-11T12:00:00Z',
      to: '2025-06-12T12:00:00Z',
      step: '1h',
    });
    expect(asked).toEqual([
      `${BASE}/v1/entities/by-name/Component/default/a%20b%2Fc/slos/p95%20%3C%201s%2F%C3%A9/history?from=2025-06-11T12%3A00%3A00Z&to=2025-06-12T12%3A00%3A00Z&step=1h`,
    ]);
  });

  it('asks for another target, another window, or both', async () => {
    const { client, asked } = answering(200, {});
    await client.getSloWhatIf(CHECKOUT, 'availability', {
      objective: 99.95,
      window: '28d',
    });
    await client.getSloWhatIf(CHECKOUT, 'availability', { window: '1h' });
    const whatIf = `${BASE}/v1/entities/by-name/Component/default/checkout/slos/availability/what-if`;
    expect(asked).toEqual([
      `${whatIf}?objective=99.95&window=28d`,
      `${whatIf}?window=1h`,
    ]);
  });

  it('sends what is done about incidents to their own addresses', async () => {
    const { client, asked, sent } = answering(200, {});
    await client.acknowledgeIncident(CHECKOUT, 'Q1/X');
    await client.resolveIncident(CHECKOUT, 'Q1X', { note: 'restarted' });
    await client.resolveIncident(CHECKOUT, 'Q1X');
    await client.addIncidentNote(CHECKOUT, 'Q1X', { content: 'looking' });
    await client.triggerIncident(CHECKOUT, { title: 'Down' });
    const incidents = `${BASE}/v1/entities/by-name/Component/default/checkout/incidents`;
    expect(asked).toEqual([
      `${incidents}/Q1%2FX/acknowledge`,
      `${incidents}/Q1X/resolve`,
      `${incidents}/Q1X/resolve`,
      `${incidents}/Q1X/notes`,
      incidents,
    ]);
    expect(sent).toEqual([
      ['POST', {}],
      ['POST', { note: 'restarted' }],
      ['POST', {}],
      ['POST', { content: 'looking' }],
      ['POST', { title: 'Down' }],
    ]);
    await client.getIncidentPriorities(CHECKOUT);
    expect(asked.at(-1)).toBe(`${incidents}/priorities`);
  });

  it('hands on what the backend answers', async () => {
    const { client } = answering(200, { entityRef: 'x' });
    await expect(client.getSlos(CHECKOUT)).resolves.toEqual({ entityRef: 'x' });
  });

  it('throws what the backend says went wrong', async () => {
    const { client } = answering(404, {
      error: { name: 'NotFoundError', message: 'no such entity' },
      response: { statusCode: 404 },
    });
    const error = await client.getSlos(CHECKOUT).catch(e => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ statusCode: 404 });
    expect(error.message).toMatch(/404/);
  });
});
