import { JsonObject } from '@backstage/types';
import pLimit from 'p-limit';
import { testDatabases } from '../__testUtils__/databases';
import { availability, service, simulate } from '../__testUtils__/simulation';
import { summarise } from '../summary/summarise';
import { getSloList } from './list/getSloList';
import { SloListStore } from './list/SloListStore';
import { readPreviewRequest } from './preview/previewRequest';
import { previewSlos } from './preview/previewSlos';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');

const { MAX_VALUE, POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
const counts = [
  { bad: -1, total: 10 },
  { bad: 5, total: -1e308 },
  { bad: MAX_VALUE, total: MAX_VALUE },
  { bad: 1, total: 5e-324 },
  { bad: POSITIVE_INFINITY, total: 10 },
  { bad: 5, total: POSITIVE_INFINITY },
  { bad: NEGATIVE_INFINITY, total: NEGATIVE_INFINITY },
  { bad: POSITIVE_INFINITY, total: POSITIVE_INFINITY },
];

const hours = (count: string) =>
  `[${Array.from({ length: 24 }, () => count).join(',')}]`;

const hourTexts = [
  hours('[1e999,1e999]'),
  hours('[-5,-1]'),
  hours('[1e308,1e308]'),
  hours('["a","b"]'),
  hours('"invalid"'),
  '[]',
  '{}',
  'no json',
];

/** Where a value is that is no number although it should be one. */
function unsound(value: unknown, path = ''): string[] {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  }
  if (typeof value === 'string') {
    return /\b(NaN|Infinity|undefined)\b/.test(value)
      ? [`${path}: ${value}`]
      : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        unsound(inner, `${path}.${key}`),
      )
    : [];
}

const entityRef = 'component:default/checkout';
const times = { n: 0, fewIncidents: true, excluded: {} };
const state = { state: 'not_configured' } as const;
const sections = { incidents: state, escalation: state, alerts: state };

/** What the other tabs say to the summary of SLOs. */
const nothingElse: Omit<Parameters<typeof summarise>[0], 'slos'> = {
  ownership: { entityRef, escalation: [], sections, problems: [] },
  onCall: {
    entityRef,
    services: [],
    escalation: [],
    incidents: { open: [], recent: [] },
    responseTimes: { periodDays: 30, mtta: times, mttr: times },
    alerts: [],
    sections,
    problems: [],
  },
  runbooks: {
    entityRef,
    runbooks: [],
    firing: [],
    alertsWithoutRunbook: [],
    sections,
    problems: [],
  },
};

describe('hostile rows in the store', () => {
  it('are found by the walk of this test', () => {
    const answer = { a: [1, { b: NaN }], c: 'Infinity left', d: null };
    expect(unsound(answer)).toEqual(['.a.1.b: NaN', '.c: Infinity left']);
  });

  it.each(databases.eachSupportedId())(
    'never reach an answer as NaN or Infinity, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const world = await simulate({
        knex,
        entities: [checkout],
        start,
        templates: [
          availability,
          { ...availability, name: 'strict', objective: 99.999999 },
          { ...availability, name: 'short', window: '1h' },
        ],
      });
      world.source.services.set('checkout', { total: 600, bad: 1 });
      await world.pass(9);
      const routes = (world.domain.entityRoutes ?? []).map(({ path }) => path);
      const queries = {
        '/slos/:slo/history': [
          {},
          { from: '2026-09-01T00:00:00Z', step: '1d' },
          { from: '2026-11-23T12:00:00Z', step: '5m' },
        ],
        '/slos/:slo/what-if': [
          {},
          { objective: '99.99', window: '7d' },
          { objective: '50', window: '90d' },
        ],
      };
      const list = new SloListStore(knex);
      const { answers } = world.domain;
      const limit = pLimit(2);
      const others = {
        '/v1/slos': () =>
          getSloList(
            { offset: 0, limit: 200 },
            { ...answers, list, entityRefs: undefined },
          ),
        '/v1/slos/preview': async () => {
          const asked = world.source.requests.length;
          const preview = await previewSlos(
            readPreviewRequest({
              entityRef,
              template: {
                entityLabel: availability.entityLabel,
                indicator: availability.indicator,
                objective: 95,
                window: '7d',
              },
            }),
            checkout,
            { ...answers, limit, sources: [world.source] },
          );
          // From the rows, not from the source.
          expect(world.source.requests).toHaveLength(asked);
          return preview;
        },
        '/summary': async () =>
          summarise(
            { ...nothingElse, slos: await world.slosOf(checkout) },
            new Date(0),
          ).slos,
      };
      const walk = async (what: string) => {
        for (const [path, read] of Object.entries(others)) {
          expect([what, path, unsound(await read())]).toEqual([what, path, []]);
        }
        for (const path of routes) {
          for (const query of Object.entries(queries).find(
            ([key]) => key === path,
          )?.[1] ?? [{}]) {
            for (const slo of ['availability', 'strict', 'short']) {
              const answer = await world.answer(path, checkout, {
                params: { slo },
                query,
              });
              expect([what, path, query, unsound(answer)]).toEqual([
                what,
                path,
                query,
                [],
              ]);
            }
          }
        }
      };
      await walk('as it was read');

      for (const { bad, total } of counts) {
        const row: JsonObject = { bad, total, coverage: total };
        await knex('sli_readings').update(row);
        await knex('slo_verdicts').update({ remaining: bad });
        await walk(`readings of ${bad} in ${total}`);
      }
      for (const text of hourTexts) {
        await knex('ledger_entries').update({
          hours: text,
          bad: -1,
          total: 1e308,
        });
        await walk(`hours of ${text.slice(0, 20)}`);
      }
    },
  );
});
