import { Problem } from '@engineering-owner/backstage-plugin-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { z } from 'zod';
import { testAccount } from '../__testUtils__/account';
import { Listing, readAll } from './listing';
import { PagerDutyClient } from './PagerDutyClient';
import { readStretch } from './stretches';

const start = Date.parse('2026-03-02T00:00:00Z');

/** A log whose entries lie `everyMs` apart, with PagerDuty's paging limits. */
function log(count: number, everyMs: number) {
  const asked: string[] = [];
  const entries = Array.from({ length: count }, (_, index) => ({
    id: `R${index}`,
    at: start + index * everyMs,
  }));
  const handler = http.get('*/log_entries', ({ request }) => {
    const query = new URL(request.url).searchParams;
    const number = (name: string) => Number(query.get(name));
    asked.push(`${query.get('since')} ${query.get('offset')}`);
    if (number('offset') + number('limit') > 10_000) {
      return HttpResponse.json({ error: { code: 2001 } }, { status: 400 });
    }
    const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
    const until = Date.parse(query.get('until') ?? '2100-01-01T00:00:00Z');
    const found = entries.filter(({ at }) => at >= since && at < until);
    const end = number('offset') + number('limit');
    return HttpResponse.json({
      log_entries: found.slice(number('offset'), end),
      more: end < found.length,
    });
  });
  return { asked, handler };
}

const listing: Listing<{ id: string }> = {
  path: '/log_entries',
  field: 'log_entries',
  record: z.object({ id: z.string() }),
  query: {},
};

describe('reading long lists', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const options = () => {
    const problems: Problem[] = [];
    return {
      problems,
      signal: new AbortController().signal,
      onProblem: (problem: Problem) => problems.push(problem),
    };
  };
  const client = () => new PagerDutyClient(testAccount());

  async function idsOf(until: number) {
    const ids: string[] = [];
    const stretch = { since: new Date(start), until: new Date(until) };
    for await (const page of readStretch(
      client(),
      listing,
      stretch,
      options(),
    )) {
      ids.push(...page.map(({ id }) => id));
    }
    return ids;
  }

  it.each([0, 1, 100, 101, 250])('reads all of %i rows', async count => {
    const { handler } = log(count, 1000);
    server.use(handler);
    expect(await idsOf(start + count * 1000)).toHaveLength(count);
  });

  it('reads the halves of a stretch that holds more than 10,000 rows', async () => {
    const count = 12_345;
    const { asked, handler } = log(count, 1000);
    server.use(handler);
    const ids = await idsOf(start + count * 1000);
    expect(new Set(ids).size).toBe(count);
    expect(asked).toHaveLength(100 + 2 * 62);
  });

  it('says so when one second holds more than can be had', async () => {
    server.use(log(10_001, 0).handler);
    await expect(idsOf(start + 1000)).rejects.toThrow(
      'GET /log_entries has more rows in the second at 2026-03-02T00:00:00.000Z than its paging can reach',
    );
  });

  it('keeps 10,000 rows of a list that no time bounds and tells of the rest', async () => {
    server.use(log(10_001, 1000).handler);
    const given = options();
    expect(await readAll(client(), listing, given)).toHaveLength(10_000);
    expect(given.problems).toEqual([
      expect.objectContaining({ code: 'too_many_records' }),
    ]);
  });

  it('leaves out what it cannot understand, keeps the rest and tells', async () => {
    server.use(
      http.get('*/log_entries', () =>
        HttpResponse.json({
          log_entries: [{ id: 'R1' }, { id: 7 }, null, { id: 'R2' }],
          more: false,
        }),
      ),
    );
    const given = options();
    expect(await readAll(client(), listing, given)).toEqual([
      { id: 'R1' },
      { id: 'R2' },
    ]);
    expect(given.problems).toEqual([
      {
        code: 'records_skipped',
        severity: 'warning',
        message: expect.stringMatching(
          /^PagerDuty account "default": 2 of 4 log_entries could not be understood and were left out \(row 2: id .+\)$/,
        ),
        params: { field: 'log_entries', skipped: 2, read: 4 },
      },
    ]);
  });

  it.each([
    { name: 'no list', body: { more: false } },
    { name: 'no word about more', body: { log_entries: [] } },
    { name: 'another form', body: [] },
  ])(
    'takes an answer with $name for broken, not for empty',
    async ({ body }) => {
      server.use(http.get('*/log_entries', () => HttpResponse.json(body)));
      await expect(readAll(client(), listing, options())).rejects.toThrow(
        'GET /log_entries answered without the list "log_entries" or without "more"',
      );
    },
  );

  it('ends where a page is empty although more is promised', async () => {
    server.use(
      http.get('*/log_entries', () =>
        HttpResponse.json({ log_entries: [], more: true }),
      ),
    );
    expect(await readAll(client(), listing, options())).toEqual([]);
  });
});
