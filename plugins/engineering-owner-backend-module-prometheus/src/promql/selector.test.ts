import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { narrowed, parseSelector } from './selector';

function selector(text: string) {
  const parsed = parseSelector(text);
  if (!parsed.ok) {
    throw new Error(parsed.reason);
  }
  return parsed.selector;
}

describe('parseSelector', () => {
  it('understands metric and matchers', () => {
    expect(
      selector(
        ' http_requests_total{code=~"5..", job!=\'a"b\',} # all of them',
      ),
    ).toMatchObject({
      text: 'http_requests_total{code=~"5..", job!=\'a"b\',}',
      metric: 'http_requests_total',
      matchers: [
        { label: 'code', operator: '=~', value: '5..' },
        { label: 'job', operator: '!=', value: 'a"b' },
      ],
    });
    expect(selector('{__name__="up",job="a"}')).toMatchObject({
      metric: 'up',
      matchers: [{ label: 'job', operator: '=', value: 'a' }],
    });
  });

  it.each([
    ['', 0, 'it is empty'],
    ['up{code=~}', 9, 'syntax error at "}"'],
    ['up{code="5', 10, 'it ends too early'],
    ['up}', 2, 'syntax error at "}"'],
    ['up[5m]', 0, 'it is a selector with a range; write the selector alone'],
    ['rate(up[5m])', 0, 'it is a function call; write the selector alone'],
    ['sum by (job) (up)', 0, 'it is an aggregation'],
    ['up or down', 0, 'it is a calculation'],
    ['up offset 5m', 0, 'it is a selector with an offset'],
    ['up @ 1', 0, 'it is a selector with a fixed time'],
    ['(up)', 0, 'it is in parentheses'],
    ['1', 0, 'it is a number'],
    ['{job="a"}', 0, 'it names no metric'],
    ['up{"a.b"="c"}', 3, '"a.b"="c" is no matcher this plugin understands'],
    ['up{a="\\q"}', 3, 'a="\\q" is no matcher this plugin understands'],
  ])('refuses %j at %d', (text, position, reason) => {
    const parsed = parseSelector(text);
    expect(parsed).toMatchObject({ ok: false, position });
    expect(!parsed.ok && parsed.reason).toContain(reason);
  });

  it('refuses what is too long for a person to have written', () => {
    expect(parseSelector(`up{a="${'x'.repeat(20_000)}"}`)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('at most 10000 are read'),
    });
  });
});

describe('narrowed', () => {
  it.each([
    ['up', 'up{service="a"}'],
    ['up{}', 'up{service="a"}'],
    ['up{ }', 'up{service="a" }'],
    ['up{job="b"}', 'up{job="b",service="a"}'],
    ['up{job="b",}', 'up{job="b",service="a",}'],
    ['up{job="}"}', 'up{job="}",service="a"}'],
    ['up{ # all }\n job="b" }', 'up{ # all }\n job="b",service="a" }'],
    ['{__name__="up"}', '{__name__="up",service="a"}'],
  ])('puts the matcher into %s', (text, expected) => {
    expect(
      narrowed(selector(text), [
        { label: 'service', operator: '=', value: 'a' },
      ]),
    ).toBe(expected);
  });

  it('keeps any value inside its matcher', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'"\\{}[]\n\'`,=# ab') }),
        value => {
          const text = narrowed(selector('up{job="b"}'), [
            { label: 'service', operator: '=', value },
          ]);
          expect(selector(text).matchers).toEqual([
            { label: 'job', operator: '=', value: 'b' },
            { label: 'service', operator: '=', value },
          ]);
          expect(parser.parse(text).topNode.firstChild?.name).toBe(
            'VectorSelector',
          );
        },
      ),
    );
  });
});
