import {
  ANNOTATION_PAGERDUTY_SERVICE_ID,
  Incident,
  sloHistoryResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../../__testUtils__/databases';
import { smallAccount } from '../../__testUtils__/onCallSimulation';
import {
  availability,
  service,
  simulate,
} from '../../__testUtils__/simulation';
import { DirectoryStore } from '../../onCall/store/DirectoryStore';
import { IncidentStore } from '../../onCall/store/IncidentStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const account = 'pagerduty:default';

const checkout = service('checkout');
checkout.metadata.annotations = {
  [ANNOTATION_PAGERDUTY_SERVICE_ID]: 'PCHECKO',
};

function incident(
  id: string,
  from: string,
  to: string | undefined,
  rest: Partial<Incident> = {},
): Incident {
  return {
    id,
    title: `Incident ${id}`,
    serviceId: 'PCHECKO',
    urgency: 'high',
    status: to ? 'resolved' : 'triggered',
    createdAt: from,
    ...(to && { resolvedAt: to }),
    assignees: [],
    ...rest,
  };
}

async function world(
  databaseId: Parameters<typeof databases.init>[0] = 'SQLITE_3',
) {
  const knex = await databases.init(databaseId);
  const onCall = smallAccount();
  const simulation = await simulate({
    knex,
    entities: [checkout],
    start,
    onCallSources: [onCall],
    templates: [
      availability,
      { ...availability, name: 'lax', objective: 99, window: '7d' },
    ],
  });
  await simulation.context.entities.replaceAll([
    {
      entityRef: 'component:default/checkout',
      entity: checkout,
      ancestors: [],
    },
  ]);
  await new DirectoryStore(knex).replace(account, onCall.directory);
  const store = new IncidentStore(knex);
  simulation.source.services.set('checkout', {
    total: 600,
    outages: [
      {
        from: new Date('2026-11-23T09:55:00Z'),
        to: new Date('2026-11-23T10:15:00Z'),
      },
      {
        from: new Date('2026-11-20T03:00:00Z'),
        to: new Date('2026-11-20T05:00:00Z'),
      },
    ],
  });
  const history = async (query: object = {}, slo = 'availability') =>
    sloHistoryResponseSchema.parse(
      await simulation.answer('/slos/:slo/history', checkout, {
        params: { slo },
        query,
      }),
    );
  const reads = () =>
    simulation.source.requests.filter(({ kind }) => kind === 'entity_steps');
  return {
    ...simulation,
    knex,
    store,
    source: simulation.source,
    history,
    reads,
    save: (...incidents: Incident[]) => store.save(account, incidents),
  };
}

describe.each(databases.eachSupportedId())('incidents on %s', databaseId => {
  it('tell the share of the budget they cost, with the lag before them', async () => {
    const { save, pass, history } = await world(databaseId);
    await save(incident('Q1', '2026-11-23T10:00:10Z', '2026-11-23T10:20:00Z'));

    await pass(10);
    const { incidents, points } = await history();
    const lax = await history({}, 'lax');

    // Twenty minutes of 600 bad events, of which the first five were before.
    const total = 30 * 1440 * 600;
    expect(incidents).toEqual([
      {
        id: 'Q1',
        title: 'Incident Q1',
        source: { type: 'pagerduty', name: 'default' },
        urgency: 'high',
        triggeredAt: '2026-11-23T10:00:10.000Z',
        resolvedAt: '2026-11-23T10:20:00.000Z',
        consumedRatio: expect.closeTo((20 * 600) / (0.001 * total), 6),
      },
    ]);
    const before = points.find(({ to }) => to === '2026-11-23T09:00:00.000Z');
    const after = points.find(({ to }) => to === '2026-11-23T11:00:00.000Z');
    expect(incidents[0].consumedRatio).toBeCloseTo(
      (before?.remainingRatio ?? NaN) - (after?.remainingRatio ?? NaN),
      6,
    );
    // The same events against another objective and window.
    expect(lax.incidents[0].consumedRatio).toBeCloseTo(
      (20 * 600) / (0.01 * 7 * 1440 * 600),
      6,
    );
  });

  it('have a share where a minute holds one scrape', async () => {
    const { source, save, pass, history } = await world(databaseId);
    source.scrapeSeconds = 60;
    await save(incident('Q1', '2026-11-23T10:00:10Z', '2026-11-23T10:20:00Z'));

    await pass(10);

    const [{ consumedRatio }] = (await history()).incidents;
    expect(consumedRatio).toBeCloseTo((20 * 600) / (0.001 * 30 * 1440 * 600));
  });

  it('are read once, and again when they were reopened', async () => {
    const { save, pass, history, reads } = await world(databaseId);
    await save(incident('Q1', '2026-11-23T10:00:00Z', '2026-11-23T10:05:00Z'));
    await pass(3);
    expect(reads()).toHaveLength(1);
    const [first] = (await history()).incidents;

    await save(incident('Q1', '2026-11-23T10:00:00Z', undefined));
    await pass(2);
    expect(reads()).toHaveLength(1);
    const [open] = (await history()).incidents;
    expect(open.resolvedAt).toBeUndefined();
    expect(open.consumedRatio).toBeUndefined();

    await save(incident('Q1', '2026-11-23T10:00:00Z', '2026-11-23T10:30:00Z'));
    await pass(2);
    expect(reads()).toHaveLength(2);
    const [again] = (await history()).incidents;
    expect(again.consumedRatio).toBeCloseTo(
      ((first.consumedRatio ?? NaN) * 20) / 10,
      6,
    );
  });

  it('are not read from the database again once their part is known', async () => {
    const { knex, save, pass } = await world(databaseId);
    await save(
      incident('Q1', '2026-11-23T10:00:00Z', '2026-11-23T10:05:00Z'),
      incident('Q2', '2026-11-23T11:00:00Z', '2026-11-23T11:05:00Z', {
        mergedInto: 'Q1',
      }),
    );
    await pass(2);
    const answers: unknown[] = [];
    knex.on('query-response', answer => answers.push(answer));

    await pass(1);

    expect(JSON.stringify(answers)).not.toContain('Incident Q');
  });

  it('of a stretch are the newest of those that were open then', async () => {
    const { save, store } = await world(databaseId);
    await save(
      incident('open', '2026-11-01T00:00:00Z', undefined),
      incident('before', '2026-11-20T01:00:00Z', '2026-11-20T02:00:00Z'),
      incident('into', '2026-11-20T23:00:00Z', '2026-11-21T00:30:00Z'),
      incident('merged', '2026-11-21T01:00:00Z', '2026-11-21T02:00:00Z', {
        mergedInto: 'into',
      }),
      incident('within', '2026-11-21T03:00:00Z', '2026-11-21T04:00:00Z'),
      incident('after', '2026-11-22T03:00:00Z', '2026-11-22T04:00:00Z'),
    );
    const list = async (most: number) =>
      (
        await store.listOverlapping(account, ['PCHECKO'], {
          from: new Date('2026-11-21T00:00:00Z'),
          to: new Date('2026-11-22T00:00:00Z'),
          most,
        })
      ).map(({ id }) => id);

    expect(await list(10)).toEqual(['within', 'into', 'open']);
    expect(await list(2)).toEqual(['within', 'into']);
  });

  it('count against an objective that is defined after they were over', async () => {
    const { save, pass, reads, knex } = await world(databaseId);
    await save(incident('Q1', '2026-11-23T10:00:00Z', '2026-11-23T10:05:00Z'));
    await pass(2);
    expect(reads()).toHaveLength(1);

    await knex('slo_incident_shares').update({ entity_value: 'other' });
    await pass(2);

    expect(reads()).toHaveLength(2);
  });
});

describe('incidents', () => {
  it('are those of the range, oldest first, without those merged into others', async () => {
    const { save, pass, history } = await world();
    await save(
      incident('open', '2026-11-23T13:00:00Z', undefined),
      incident('across', '2026-11-19T23:00:00Z', '2026-11-20T01:00:00Z'),
      incident('before', '2026-11-19T20:00:00Z', '2026-11-19T23:59:00Z'),
      incident('merged', '2026-11-20T02:00:00Z', '2026-11-20T03:00:00Z', {
        mergedInto: 'across',
      }),
      incident('elsewhere', '2026-11-20T02:00:00Z', '2026-11-20T03:00:00Z', {
        serviceId: 'POTHER',
      }),
    );
    await pass(2);
    const ids = async (query: object) =>
      (await history(query)).incidents.map(({ id }) => id);

    const day = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
    expect(await ids(day)).toEqual(['across']);
    expect(await ids({})).toEqual(['before', 'across', 'open']);
  });

  it('that lasted longer than half a day are put together from the ledger', async () => {
    const { save, pass, history, reads } = await world();
    await save(incident('Q1', '2026-11-19T22:40:00Z', '2026-11-20T14:20:00Z'));

    await pass(12);
    const [{ consumedRatio }] = (await history()).incidents;

    expect(consumedRatio).toBeCloseTo(
      (120 * 600) / (0.001 * 30 * 1440 * 600),
      6,
    );
    for (const { from, to } of reads()) {
      expect((to?.getTime() ?? NaN) - (from?.getTime() ?? NaN)).toBeLessThan(
        3_600_000,
      );
    }
  });

  it('are read newest first and a few at a time', async () => {
    const { save, pass, reads } = await world();
    const many = Array.from({ length: 80 }, (_, i) =>
      incident(
        `Q${i}`,
        new Date(start.getTime() - (i + 1) * 3_600_000).toISOString(),
        new Date(start.getTime() - (i + 0.5) * 3_600_000).toISOString(),
      ),
    );
    await save(...many);

    await pass(1);
    expect(reads()).toHaveLength(60);
    const froms = reads().map(({ from }) => from?.getTime() ?? NaN);
    expect(froms).toEqual([...froms].sort((a, b) => b - a));

    await pass(1);
    expect(reads()).toHaveLength(80);
  });

  it('that cannot be read are tried again later, and no share is made up', async () => {
    const { save, source, pass, skip, history, sources, reads } = await world();
    await save(incident('Q1', '2026-11-23T10:00:00Z', '2026-11-23T10:20:00Z'));
    source.chartFailure = new Error('query timed out');

    await pass(4);
    expect(reads()).toHaveLength(1);
    const [failed] = (await history()).incidents;
    expect(failed.consumedRatio).toBeUndefined();
    const told = (await sources()).sources.find(({ id }) =>
      id.startsWith('prometheus'),
    );
    expect(told?.problems.map(({ code }) => code)).toContain(
      'incident_share_unread',
    );

    source.chartFailure = undefined;
    skip(10);
    await pass(2);
    const [read] = (await history()).incidents;
    expect(read.consumedRatio).toBeGreaterThan(0);
  });

  it('that failed again and again are tried once a day while they are in the window', async () => {
    const { save, source, pass, skip, history, reads } = await world();
    await save(incident('Q1', '2026-11-23T10:00:00Z', '2026-11-23T10:20:00Z'));
    source.chartFailure = new Error('query timed out');
    await pass(1);
    for (let hour = 0; hour < 12; hour++) {
      skip(59);
      await pass(1);
    }
    expect(reads()).toHaveLength(6);

    source.chartFailure = undefined;
    skip(12 * 60);
    await pass(1);
    expect(reads()).toHaveLength(6);
    skip(12 * 60);
    await pass(1);
    expect(reads()).toHaveLength(7);
    const [read] = (await history()).incidents;
    expect(read.consumedRatio).toBeGreaterThan(0);
  });

  it('wait until their last minute has settled', async () => {
    const { save, pass, reads } = await world();
    await save(incident('Q1', '2026-11-23T14:00:00Z', '2026-11-23T14:05:10Z'));

    // Runs at 14:02:40 … 14:05:40; the minute ends at 14:06 and settles by 14:06:30.
    await pass(4);
    expect(reads()).toHaveLength(0);
    await pass(1);
    expect(reads()).toHaveLength(1);
  });
});
