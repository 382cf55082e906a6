import { ask } from '../__testUtils__/client';
import { createPagerDutyState } from '../state';
import { DAY } from '../time';

const NOW = '2026-03-18T10:00:00Z';
const state = createPagerDutyState({
  clock: () => new Date(NOW),
  history: false,
});

interface Row {
  escalation_level: number;
  user: { id: string };
  schedule: { id: string } | null;
  start: string | null;
  end: string | null;
}

async function rowsOf(query: string): Promise<Row[]> {
  return (await ask(state, `/oncalls?limit=100&${query}`)).body.oncalls;
}

describe('GET /oncalls', () => {
  it('gives every level now, the last one without times', async () => {
    const rows = await rowsOf('escalation_policy_ids[]=PPSTORE');
    expect(rows).toMatchObject([
      { escalation_level: 1, schedule: { id: 'PSSTOR1' } },
      { escalation_level: 2, schedule: { id: 'PSSTOR2' } },
      {
        escalation_level: 3,
        user: { id: 'PJONASL' },
        schedule: null,
        start: null,
        end: null,
      },
    ]);
    expect(rows.map(({ user }) => user.id)).toEqual(
      [1, 2, 3].map(level => state.truth.onCall('PPSTORE', level)?.userId),
    );
    expect(rows[0].user.id).not.toBe(rows[1].user.id);
  });

  it('gives whole shifts that overlap the range', async () => {
    const rows = await rowsOf(
      'schedule_ids[]=PSSTOR1&since=2026-03-20T00:00:00Z&until=2026-04-02T00:00:00Z',
    );
    expect(rows.map(({ start }) => start)).toEqual([
      '2026-03-16T09:00:00Z',
      '2026-03-23T09:00:00Z',
      '2026-03-30T08:00:00Z',
    ]);
  });

  it('leaves the second level of warehouse-sync empty for two days', async () => {
    const rows = await rowsOf(
      'schedule_ids[]=PSWARE2&since=2026-03-18T10:00:00Z&until=2026-03-25T10:00:00Z',
    );
    const [before, after] = rows;
    expect(
      (Date.parse(after.start ?? '') - Date.parse(before.end ?? '')) / DAY,
    ).toBe(2);
    const inGap = Date.parse(before.end ?? '');
    expect(state.truth.onCall('PPWAREH', 2, inGap)).toBeUndefined();
    expect(state.truth.onCall('PPWAREH', 2, inGap - 1000)).toBeDefined();
  });

  it('gives only the earliest shift of each person', async () => {
    const range = 'since=2026-03-18T10:00:00Z&until=2026-05-18T10:00:00Z';
    const rows = await rowsOf(`schedule_ids[]=PSSTOR1&earliest=true&${range}`);
    expect(rows.map(({ user }) => user.id).sort()).toEqual([
      'PJONASL',
      'PMAYAOK',
      'PPRIYAR',
    ]);
  });

  it('ends 90 days ahead', async () => {
    const rows = await rowsOf(
      'schedule_ids[]=PSSTOR1&until=2026-12-31T00:00:00Z',
    );
    const latest = rows
      .map(({ start }) => Date.parse(start ?? ''))
      .sort()
      .at(-1);
    expect(latest).toBeLessThanOrEqual(Date.parse(NOW) + 90 * DAY);
    expect(latest).toBeGreaterThan(Date.parse(NOW) + 82 * DAY);
  });

  it('refuses an end before the start', async () => {
    const { status } = await ask(
      state,
      '/oncalls?since=2026-03-20T00:00:00Z&until=2026-03-19T00:00:00Z',
    );
    expect(status).toBe(400);
  });
});
