import { prometheusPage, withLinks } from './withLinks';

const expression = 'sum(increase(hits{service="a&b"}[30d])) # {{from}}';
const query = { window: '30d', meaning: 'total', expression } as const;

describe('withLinks', () => {
  it('fills everything in, URL-encoded and once', () => {
    const [{ links }] = withLinks(
      [query],
      [
        {
          title: 'Grafana',
          url: 'https://grafana.example/explore?left={"expr":{{queryJson}}}&query={{ query }}&from={{from}}&to={{to}}',
        },
        prometheusPage('https://prometheus.example'),
      ],
    );
    const [grafana, prometheus] = links ?? [];
    expect(grafana.title).toBe('Grafana');
    const { searchParams } = new URL(grafana.url);
    expect(searchParams.get('query')).toBe(expression);
    expect(JSON.parse(searchParams.get('left') ?? '')).toEqual({
      expr: expression,
    });
    expect(searchParams.get('from')).toBe('now-30d');
    expect(searchParams.get('to')).toBe('now');
    const page = new URL(prometheus.url);
    expect(`${page.origin}${page.pathname}`).toBe(
      'https://prometheus.example/graph',
    );
    expect(Object.fromEntries(page.searchParams)).toEqual({
      'g0.expr': expression,
      'g0.tab': '1',
      'g0.range_input': '30d',
    });
  });

  it('adds none where none is configured, or it would be too long', () => {
    expect(withLinks([query], [])).toEqual([query]);
    const long = { ...query, expression: 'x'.repeat(8_000) };
    expect(withLinks([long], [prometheusPage('https://a.example')])).toEqual([
      long,
    ]);
  });
});
