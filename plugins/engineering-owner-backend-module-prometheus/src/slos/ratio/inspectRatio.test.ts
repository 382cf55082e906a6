import { JsonValue } from '@backstage/types';
import { Answered, Sample, Series } from '../../client/PrometheusClient';
import { PrometheusError } from '../../client/PrometheusError';
import { Queries } from '../../client/Queries';
import { compile } from '../compile';
import { readerOf } from '../readerOf';

const { signal } = new AbortController();
const leg = 'engineering_owner_leg';
const at = new Date('2026-03-04T05:00:00Z');
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);

function groupOf(
  ratio: { total: string; bad: string },
  entityLabel?: string,
): ReturnType<typeof readerOf> {
  const result = compile(
    {
      name: 'availability',
      place: 'templates[0]',
      ...(entityLabel !== undefined && { entityLabel }),
      indicator: { ratio },
    },
    { source: { type: 'prometheus', name: 'default' }, replicaLabels: [] },
  );
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return readerOf(result.group.compiled);
}

/** Answers legs by their name, and keeps what it was asked. */
function serverOf(answer: {
  instant: (query: string) => Array<Record<string, string>>;
  range?: (query: string) => Array<Record<string, string>>;
}) {
  const asked: string[] = [];
  const ranges: string[] = [];
  const queries: Queries = {
    labelNames: async () => ['__name__', 'code'],
    query: async (query): Promise<Answered<Sample[]>> => {
      asked.push(query);
      const result = answer
        .instant(query)
        .map(labels => ({ labels, value: 1 }));
      return { result, warnings: [] };
    },
    queryRange: async (query): Promise<Answered<Series[]>> => {
      ranges.push(query);
      const result = (answer.range?.(query) ?? []).map(labels => ({
        labels,
        values: [],
      }));
      return { result, warnings: [] };
    },
  };
  return { asked, ranges, queries };
}

const bad = { total: 'hits', bad: 'hits{code=~"5.."}' };
const everything = (entity: Record<string, string> = {}) =>
  ['total', 'own', 'label_0'].map(name => ({ ...entity, [leg]: name }));

describe('Inspecting a ratio', () => {
  const judge = (reader: ReturnType<typeof readerOf>, inspection: JsonValue) =>
    reader.interpret(inspection).judge('', new Map([['total', 9]]));

  it('keeps what was known of a group that was idle for days', async () => {
    const reader = groupOf(bad);
    const busy = serverOf({ instant: () => everything() });
    const { inspection } = await reader.inspect(busy.queries, { at, signal });
    expect(judge(reader, inspection)).toEqual({
      kind: 'counts',
      bad: 0,
      total: 9,
    });
    const idle = serverOf({ instant: () => [] });
    const again = await reader.inspect(idle.queries, {
      at: later(3),
      signal,
      previous: inspection,
    });
    expect(again.problems).toEqual([]);
    expect(again.inspection).toMatchObject({ known: [''], hadPart: [''] });
    expect(judge(reader, again.inspection)).toMatchObject({ kind: 'counts' });
    // What is known already is not looked for a month back.
    expect(idle.ranges).toEqual([]);
  });

  it('keeps that a label is missing while nobody is there', async () => {
    const reader = groupOf(bad);
    const lacking = serverOf({ instant: () => [{ [leg]: 'total' }] });
    const { inspection } = await reader.inspect(lacking.queries, {
      at,
      signal,
    });
    const idle = serverOf({ instant: () => [] });
    const again = await reader.inspect(idle.queries, {
      at: later(3),
      signal,
      previous: inspection,
    });
    expect(judge(reader, again.inspection)).toMatchObject({
      kind: 'invalid',
      problem: { code: 'sli_label_missing' },
    });
  });

  it('does not count the days of nobody against a metric of errors', async () => {
    const reader = groupOf({ total: 'hits', bad: 'failures' });
    const busy = serverOf({
      instant: () => [{ [leg]: 'total' }, { [leg]: 'part' }],
    });
    const { inspection } = await reader.inspect(busy.queries, { at, signal });
    const idle = serverOf({ instant: () => [] });
    const weekend = await reader.inspect(idle.queries, {
      at: later(3),
      signal,
      previous: inspection,
    });
    expect(weekend.problems).toEqual([]);
    expect(judge(reader, weekend.inspection)).toMatchObject({ kind: 'counts' });
    const withoutErrors = serverOf({ instant: () => [{ [leg]: 'total' }] });
    const monday = await reader.inspect(withoutErrors.queries, {
      at: later(3.5),
      signal,
      previous: weekend.inspection,
    });
    expect(monday.problems).toEqual([]);
    const tuesday = await reader.inspect(withoutErrors.queries, {
      at: later(4.6),
      signal,
      previous: monday.inspection,
    });
    expect(tuesday.problems).toMatchObject([{ code: 'sli_metric_missing' }]);
  });

  it('looks a month back, a day at a time, for a group that was never met', async () => {
    const reader = groupOf(bad);
    const idle = serverOf({ instant: () => [], range: () => everything() });
    const { inspection } = await reader.inspect(idle.queries, { at, signal });
    expect(inspection).toMatchObject({ known: [''] });
    expect(idle.ranges).toEqual([expect.stringContaining('hits[1d]')]);
  });

  it('goes without that look when the source cannot answer it', async () => {
    const reader = groupOf(bad);
    const idle = serverOf({
      instant: () => [],
      range: () => {
        throw new PrometheusError('timeout', 'too much');
      },
    });
    const { inspection } = await reader.inspect(idle.queries, { at, signal });
    expect(inspection).toMatchObject({ known: [] });
  });

  it('asks first how many there are, and then for no more than 20,000 series at once', async () => {
    const reader = groupOf(bad, 'service');
    const services = Array.from({ length: 30_000 }, (_, i) => `s${i}`);
    const legsOf = (query: string) =>
      query.match(/"engineering_owner_leg", "(?!samples)\w+"/g)?.length ?? 0;
    const isPart = (query: string) => /service[!=]~"\(\?s:/.test(query);
    const server = serverOf({
      instant: query =>
        legsOf(query) === 1
          ? services.map(service => ({ service, [leg]: 'total' }))
          : [],
    });
    const { inspection } = await reader.inspect(server.queries, { at, signal });
    const [total, ...rest] = server.asked;
    expect([legsOf(total), isPart(total)]).toEqual([1, false]);
    // Two more legs of 30,000 series each.
    expect(rest.map(query => [legsOf(query), isPart(query)])).toEqual(
      Array(3).fill([2, true]),
    );
    server.asked.length = 0;
    await reader.inspect(server.queries, { at, signal, previous: inspection });
    // Three legs, of the last hour and, since the fake says nothing, of the day.
    expect(server.asked.map(query => [legsOf(query), isPart(query)])).toEqual(
      Array(10).fill([3, true]),
    );
  });
});
