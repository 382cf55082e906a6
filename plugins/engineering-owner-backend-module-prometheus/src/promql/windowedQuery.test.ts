import { overSeconds, parseWindowedQuery } from './windowedQuery';

describe('parseWindowedQuery', () => {
  const filled = (
    text: string,
    matchers?: Parameters<typeof parseWindowedQuery>[1],
  ) => {
    const parsed = parseWindowedQuery(text, matchers);
    if (!parsed.ok) {
      throw new Error(parsed.reason);
    }
    return overSeconds(parsed.query, 300);
  };

  it.each([
    ['sum(increase(x[{{.window}}]))', 'sum(increase(x[300s]))'],
    ['increase(x[{{ .window }}])', 'increase(x[300s])'],
    [
      'sum(increase(a[{{.window}}])) - sum(changes(b{c="d"}[{{.window}}]))',
      'sum(increase(a[300s])) - sum(changes(b{c="d"}[300s]))',
    ],
    // A label's value is a text, whatever it looks like.
    [
      'sum(increase(x{a="[5m]"}[{{.window}}]))',
      'sum(increase(x{a="[5m]"}[300s]))',
    ],
  ])('fills the window into %s', (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  it.each([
    'sum(increase(x[{{.window}}])) # a [note]{{.window}}',
    '# a note\nsum(increase(x[{{.window}}]))',
    'sum(increase(x{ # of {{.window}}\na="b" # c\n}[{{ .window }}]))',
  ])(
    'leaves out comments, which would swallow what is put behind: %j',
    text => {
      expect(filled(text)).not.toContain('#');
      expect(filled(text)).not.toContain('.window');
      const { ok } = parseWindowedQuery(
        `sum(${filled(text)}) + sum(increase(x[{{.window}}]))`.replace(
          '300s',
          '{{.window}}',
        ),
      );
      expect(ok).toBe(true);
    },
  );

  it('counts what replicas scraped once, before the query sums it up', () => {
    const parsed = parseWindowedQuery(
      'sum by (team) (increase(x[{{.window}}]) * on (pod) group_left (team) pods{a="b"}) + sum(changes(y[{{.window}}]))',
      [{ label: 'ns', operator: '=', value: 'shop' }],
      ['replica', 'prometheus'],
    );
    const once = 'max without (replica, prometheus) ';
    expect(parsed.ok && overSeconds(parsed.query, 300)).toBe(
      `sum by (team) (${once}(increase(x{ns="shop"}[300s])) * on (pod) group_left (team) ${once}(pods{a="b",ns="shop"})) + sum(${once}(changes(y{ns="shop"}[300s])))`,
    );
  });

  it.each([
    'rate',
    'irate',
    'delta',
    'idelta',
    'deriv',
    'avg_over_time',
    'max_over_time',
    'last_over_time',
  ])('refuses %s, which counts nothing, and names increase', name => {
    expect(parseWindowedQuery(`sum(${name}((x[{{.window}}])))`)).toEqual({
      ok: false,
      reason: `${name} does not count the events of the window; write increase(…[{{.window}}])`,
      position: 4,
    });
  });

  it('puts further matchers into every selector, escaped', () => {
    const matchers = [
      { label: 'ns', operator: '=' as const, value: 'a"}[1d]) or y{b="' },
    ];
    expect(
      filled(
        'sum(increase(x[{{.window}}])) + sum(increase(y{a="b"}[{{.window}}]))',
        matchers,
      ),
    ).toBe(
      'sum(increase(x{ns="a\\"}[1d]) or y{b=\\""}[300s])) + sum(increase(y{a="b",ns="a\\"}[1d]) or y{b=\\""}[300s]))',
    );
  });

  it.each([
    ['sum(increase(x[5m]))', /no {{\.window}}/, 0],
    ['', /no {{\.window}}/, 0],
    ['sum(increase(x[{{.window}}]', /ends too early|syntax error/, 27],
    ['x[{{.window}}]', /it is a range/, 0],
    ['sum(increase(x[{{.window}}] offset 1d))', /offset/, 13],
    ['sum(increase(x[{{.window}}] @ 5))', /offset or a fixed time/, 13],
    ['sum(increase(x[5m] offset {{.window}}))', /offset/, 13],
    ['sum(x{a="{{.window}}"})', /where no range/, 9],
    ['sum_over_time(sum(x)[{{.window}}:1m])', /subquery/, 14],
    ['sum(increase(x[{{.window}}])) / max_over_time(y[1h:1m])', /subquery/, 46],
    [
      'sum(increase(x[{{ .window }}])) + sum(increase(y[30d]))',
      /the range 30d would count another time/,
      49,
    ],
    ['sum(increase(x[{{.window}} + 5m]))', /the range {{\.window}} \+ 5m/, 15],
    ['sum(increase(x[5m])) # {{.window}}', /no {{\.window}}/, 0],
    ['sum(x[{{.window}}])', /a range alone/, 4],
    ['sum(increase(x[{{.window}}])) + {{.window}}', /where no range/, 32],
    ['sum(increase({a="b"}[{{.window}}]))', /names no metric/, 13],
    ['a[{{.window}}] or', /syntax error|ends too early/, 17],
  ])('refuses %j with the place', (text, reason, position) => {
    expect(parseWindowedQuery(text)).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
      position,
    });
  });

  it('refuses what nobody wrote by hand', () => {
    const many = Array.from(
      { length: 21 },
      (_, i) => `sum(increase(x${i}[{{.window}}]))`,
    ).join(' + ');
    expect(parseWindowedQuery(many)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('21 selectors'),
    });
    const long = `sum(increase(x{a="${'b'.repeat(10_000)}"}[{{.window}}]))`;
    expect(parseWindowedQuery(long)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('characters long'),
    });
  });
});
