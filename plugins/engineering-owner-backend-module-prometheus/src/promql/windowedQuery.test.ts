import {
  overSeconds,
  parseInstantQuery,
  parseWindowedQuery,
} from './windowedQuery';

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
      'sum(rate(a[{{.window}}])) / sum(rate(b{c="d"}[{{.window}}]))',
      'sum(rate(a[300s])) / sum(rate(b{c="d"}[300s]))',
    ],
    // A label's value is a text, whatever it looks like.
    [
      'sum(increase(x{a="[5m]"}[{{.window}}]))',
      'sum(increase(x{a="[5m]"}[300s]))',
    ],
  ])('fills the window into %s', (text, expected) => {
    expect(filled(text)).toBe(expected);
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
    ['sum_over_time(sum(x)[{{.window}}:1m])', /where no range/, 21],
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

describe('parseInstantQuery', () => {
  it('takes a value at each moment, and narrows it', () => {
    expect(
      parseInstantQuery('sum(a) / sum(b{c="d"})', [
        { label: 'ns', operator: '=', value: 'shop' },
      ]),
    ).toEqual({
      ok: true,
      text: 'sum(a{ns="shop"}) / sum(b{c="d",ns="shop"})',
    });
  });

  it.each([
    ['sum(rate(x[{{.window}}]))', /has no place in it/, 11],
    ['x offset 5m', /offset/, 0],
    ['x[5m]', /it is a range/, 0],
    ['1', /selects no metric/, 0],
  ])('refuses %j', (text, reason, position) => {
    expect(parseInstantQuery(text)).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
      position,
    });
  });
});
