import pLimit from 'p-limit';

const windows = ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'];

/** As many at once as the suite asks. */
const atOnce = 4;

/**
 * One minute of the usual way: for each SLO a query for each window.
 *
 * @returns the number of requests
 */
export async function askNaively(
  url: string,
  names: string[],
  at: Date,
): Promise<number> {
  const limit = pLimit(atOnce);
  const queries = names.flatMap(name =>
    windows.map(window => {
      const increase = (matchers: string) =>
        `sum(increase(http_requests_total{service="${name}"${matchers}}[${window}]))`;
      return `${increase(',code=~"5.."')} / ${increase('')}`;
    }),
  );
  await Promise.all(queries.map(query => limit(() => ask(url, query, at))));
  return queries.length;
}

async function ask(url: string, query: string, at: Date): Promise<void> {
  const body = new URLSearchParams({ query, time: at.toISOString() });
  const answer = await fetch(`${url}/api/v1/query`, { method: 'POST', body });
  const { status, data } = await answer.json();
  if (status !== 'success' || data.result.length !== 1) {
    throw new Error(`${query}: ${JSON.stringify(data)}`);
  }
}
