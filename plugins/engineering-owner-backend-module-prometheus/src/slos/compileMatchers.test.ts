import { compileMatchers } from './compileMatchers';

const place = 'component:default/a, annotation engineering-owner/sli-selector';

describe('compileMatchers', () => {
  it.each([
    ['namespace="shop"', [['namespace', '=', 'shop']]],
    [
      ' namespace="shop", pod=~"a.*" ,x!="",',
      [
        ['namespace', '=', 'shop'],
        ['pod', '=~', 'a.*'],
        ['x', '!=', ''],
      ],
    ],
    ['a="}"', [['a', '=', '}']]],
    ['a="\\"} or y{b=\\""', [['a', '=', '"} or y{b="']]],
  ])('reads %s', (text, expected) => {
    expect(compileMatchers(text, place)).toEqual({
      ok: true,
      matchers: expected.map(([label, operator, value]) => ({
        label,
        operator,
        value,
      })),
    });
  });

  it.each([
    ['', /no matcher/],
    ['namespace=shop', /character/],
    ['a="b"} or y{c="d"', /calculation|syntax error/],
    ['a="b"}[5m', /character/],
    ['a="b"} # ', /syntax error|ends too early|names a metric/],
    ['a="b" #', /character/],
    ['__name__="up"', /names a metric/],
    ['__name__=~".*"', /names a metric/],
    ['a="b"} offset 5m + x{c="d"', /character/],
    [`a="${'b'.repeat(1000)}"`, /characters long/],
  ])('refuses %j', (text, reason) => {
    const compiled = compileMatchers(text, place);
    expect(compiled).toMatchObject({
      ok: false,
      problem: {
        code: 'sli_definition_invalid',
        message: expect.stringMatching(reason),
        params: { place },
      },
    });
  });
});
