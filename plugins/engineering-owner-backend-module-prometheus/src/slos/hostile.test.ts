import { JsonObject } from '@backstage/types';
import { compile } from './compile';
import { readerOf } from './readerOf';

const source = { type: 'prometheus', name: 'default' };

function compiled(indicator: JsonObject, selector?: string) {
  return compile(
    {
      name: 'a template',
      place: 'templates[0]',
      entityLabel: 'service',
      indicator,
      ...(selector !== undefined && {
        selector: { text: selector, place: 'the annotation' },
      }),
    },
    { source, replicaLabels: [] },
  );
}

/** An indicator of each kind with this text as a selector or query. */
const kinds: Array<[string, (text: string) => JsonObject]> = [
  ['ratio', text => ({ ratio: { total: 'hits', bad: text } })],
  ['latency', text => ({ latency: { histogram: text, threshold: '1s' } })],
  [
    'ratioQuery',
    text => ({
      ratioQuery: { total: 'sum(increase(hits[{{.window}}]))', bad: text },
    }),
  ],
  ['rawRatio', text => ({ rawRatio: { query: text, rawType: 'success' } })],
  ['gauge', text => ({ gauge: { up: text } })],
];

describe.each(kinds)('A %s', (_, indicatorOf) => {
  it.each([
    '',
    'hits{code=~}',
    'hits{code="5',
    'hits{code="500"}) or vector(1',
    'hits[5m]',
    'hits offset 1w',
    'hits @ 0',
    'hits @ end()',
    'hits[1d:1m]',
    '{__name__=~".+"}',
    '{code="500"}',
    '{}',
    '"hits"',
    '1',
  ])('refuses %j at its place', text => {
    const result = compiled(indicatorOf(text));
    expect(result).toMatchObject({
      ok: false,
      problem: {
        code: 'sli_definition_invalid',
        message: expect.stringMatching(/^templates\[0\]\.indicator\./),
      },
    });
  });

  it('refuses what is huge, and repeats a bounded part of it', () => {
    const result = compiled(indicatorOf(`hits{code="${'5'.repeat(10_001)}"}`));
    expect(!result.ok && result.problem.message.length).toBeLessThan(800);
  });
});

describe('A value of an entity', () => {
  it.each(['"', '\\', '\n', '{}', '"} or up{a="', "'`", '[5m]', '\u2028'])(
    'such as %j stays in its matcher',
    value => {
      const result = compiled({ gauge: { up: 'up{job="a"}' } });
      if (!result.ok) {
        throw new Error(result.problem.message);
      }
      const reader = readerOf(result.group.compiled);
      const asked = (entity: string) =>
        reader
          .describe(null, entity, '5m')
          .map(({ expression }) => expression.split(JSON.stringify(entity)));
      expect(asked(value)[0].length).toBeGreaterThan(1);
      expect(asked(value)).toEqual(asked('plain'));
    },
  );
});
