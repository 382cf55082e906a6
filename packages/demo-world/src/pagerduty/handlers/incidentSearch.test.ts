import { ask } from '../__testUtils__/client';
import { createPagerDutyState } from '../state';

const NOW = '2026-03-18T10:00:00Z';
const state = createPagerDutyState({ clock: () => new Date(NOW) });

async function idsOf(query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = 0; ; offset += 100) {
    const { body } = await ask(
      state,
      `/incidents?limit=100&offset=${offset}&${query}`,
    );
    ids.push(...body.incidents.map(({ id }: { id: string }) => id));
    if (!body.more) {
      return ids;
    }
  }
}

const all = state.log.incidents();
const those = (
  test: (incident: (typeof all)[number]['state']) => boolean,
): string[] =>
  all.filter(({ state: incident }) => test(incident)).map(i => i.state.id);

describe('GET /incidents', () => {
  it.each([
    ['date_range=all', those(() => true)],
    [
      'date_range=all&statuses[]=triggered&statuses[]=acknowledged',
      those(({ status }) => status !== 'resolved'),
    ],
    [
      'date_range=all&service_ids[]=PCHKOUT&service_ids[]=PCHKWEB',
      those(({ serviceId }) => ['PCHKOUT', 'PCHKWEB'].includes(serviceId)),
    ],
    ['date_range=all&urgencies[]=low', those(i => i.urgency === 'low')],
    [
      'date_range=all&team_ids[]=PTIDENT',
      those(({ serviceId }) => ['PLOGINS', 'PPROFIL'].includes(serviceId)),
    ],
    [
      'date_range=all&incident_key=demo/cart/outage',
      those(({ incidentKey }) => incidentKey === 'demo/cart/outage'),
    ],
    [
      'since=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z',
      those(
        ({ createdAt }) =>
          createdAt >= Date.parse('2026-01-01T00:00:00Z') &&
          createdAt < Date.parse('2026-02-01T00:00:00Z'),
      ),
    ],
    // A month when nothing is said.
    ['', those(i => i.createdAt >= Date.parse('2026-02-18T10:00:00Z'))],
  ])('finds by "%s"', async (query, expected) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf(query)).toEqual(expected);
  });

  it('finds what is assigned to somebody', async () => {
    const [open] = state.truth.openIncidents('PCHKOUT');
    const { userId } = open.state.assignments[0];
    expect(await idsOf(`service_ids[]=PCHKOUT&user_ids[]=${userId}`)).toEqual([
      open.state.id,
    ]);
  });

  it('sorts by up to two fields', async () => {
    const { body } = await ask(
      state,
      '/incidents?date_range=all&limit=100&sort_by=urgency:desc,created_at:desc',
    );
    const rows: Array<{ urgency: string; created_at: string }> = body.incidents;
    const expected = [...rows].sort(
      (a, b) =>
        a.urgency.localeCompare(b.urgency) ||
        b.created_at.localeCompare(a.created_at),
    );
    expect(rows).toEqual(expected);
  });

  it.each([
    'since=2025-09-01T00:00:00Z&until=2026-03-18T00:00:00Z',
    'since=2025-09-17T00:00:00Z',
    'since=yesterday',
    'since=2026-03-02T00:00:00Z&until=2026-03-01T00:00:00Z',
    'statuses[]=open',
    'urgencies[]=middling',
    'sort_by=title',
    'sort_by=urgency,created_at,incident_number',
    'sort_by=constructor',
  ])('refuses "%s" with 400 and the reason', async query => {
    const { status, body } = await ask(state, `/incidents?${query}`);
    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        message: 'Invalid Input Provided',
        code: 2001,
        errors: [expect.any(String)],
      },
    });
  });
});
