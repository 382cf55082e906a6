import {
  checkOpenSlo,
  LONGEST_OPENSLO_TEXT,
  parseOpenSlo,
} from './parseOpenSlo';
import { describeOpenSloProblem } from './place';

const service = (name: string) =>
  `apiVersion: openslo/v1\nkind: Service\nmetadata:\n  name: ${name}\n`;

const judge = (text: string) => {
  const { documents, problems } = checkOpenSlo(text, { file: 'slos.yaml' });
  return {
    names: documents.map(({ name }) => name),
    problems: problems.map(describeOpenSloProblem),
  };
};

describe('parseOpenSlo', () => {
  it('reads documents and lists of them, counting each', () => {
    const text = [
      service('a'),
      `- ${service('b').replaceAll('\n', '\n  ').trimEnd()}\n- ${service('c')
        .replaceAll('\n', '\n  ')
        .trimEnd()}\n`,
      '# nothing but a comment\n',
      service('d'),
    ].join('---\n');
    const { sources } = parseOpenSlo(text);
    expect(sources.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(judge(text)).toEqual({ names: ['a', 'b', 'c', 'd'], problems: [] });
  });

  it.each(['', '\n', '# a comment', '---\n---\n'])(
    'finds nothing in %j',
    text => expect(judge(text)).toEqual({ names: [], problems: [] }),
  );

  it('tells where YAML is broken, and reads what is beside it', () => {
    const { names, problems } = judge(
      [service('a'), 'kind: [SLO\nmetadata: {\n', service('b')].join('---\n'),
    );
    expect(names).toEqual(['a', 'b']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^slos\.yaml:[678]:\d+: document 1: is no YAML that can be read: /,
    );
  });

  it.each([
    ['a double quote', '---\nkind: "SLO\nmetadata: {}\n'],
    ['a single quote', "---\nkind: 'SLO\nmetadata: {}\n"],
    ['a quote after a directive', '...\n%YAML 1.2\n---\nkind: "SLO\n'],
    ['a bracket', '---\nkind: [SLO\nmetadata: {\n'],
  ])('reads what is behind %s that is never closed', (_, broken) => {
    const wrong = `${service('d')}spec:\n  other: "'1'"\n`;
    const text = [
      `${service('a')}${broken}`,
      service('b'),
      service('c'),
      wrong,
    ].join('---\n');
    const { names, problems } = judge(text);

    expect(names).toEqual(['a', 'b', 'c']);
    expect(problems).toEqual([
      expect.stringMatching(
        /^slos\.yaml:[6-9]:\d+: document 1: is no YAML that can be read: /,
      ),
      expect.stringContaining(
        `slos.yaml:${
          text.split('\n').length - 1
        }:3: Service "d": spec.other is no field`,
      ),
    ]);
  });

  it('gives line and column of what is wrong, of what is missing the place around it', () => {
    expect(
      judge(
        `${service(
          'a',
        )}---\napiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: B\n  labels:\n    tier: 1\nspec:\n  service: x\n  indicatorRef: y\n  budgetingMethod: Occurrences\n  timeWindow:\n    - duration: 4w\n  objectives:\n    - target: 2\n`,
      ).problems.map(each => each.split(' ', 4).join(' ')),
    ).toEqual([
      'slos.yaml:9:9: SLO "B": metadata.name',
      'slos.yaml:11:11: SLO "B": metadata.labels.tier',
      'slos.yaml:17:7: SLO "B": spec.timeWindow[0].isRolling',
      'slos.yaml:19:15: SLO "B": spec.objectives[0].target',
    ]);
  });

  it('follows aliases to their places', () => {
    const text = `${service('a')}spec: &spec\n  other: 1\n---\n${service(
      'b',
    )}x: &x {y: 1}\nspec: *x\n`;
    expect(judge(text).problems).toEqual([
      'slos.yaml:6:3: Service "a": spec.other is no field of OpenSLO v1; here may stand description',
      expect.stringContaining('slos.yaml:12:1: Service "b": x is no field'),
      expect.stringContaining(
        'slos.yaml:12:8: Service "b": spec.y is no field',
      ),
    ]);
  });

  it.each([
    [
      'a key given twice',
      `${service('a')}kind: SLO\n`,
      '5:1',
      'the key "kind" is given twice',
    ],
    [
      'an alias to nothing, at its place',
      `${service('a')}spec: *nothing\n`,
      '5:7',
      'nothing',
    ],
    [
      'an alias to what comes later, at its place',
      `a: &a 1\nb: [*a, *b]\nc: &b 2\n`,
      '2:9',
      'Unresolved alias',
    ],
    [
      'a key that is a list',
      '? [a]\n: b\n',
      '1:3',
      'a key has to be a plain text',
    ],
    ['a tab', 'a:\n\tb: 1\n', '2:1', 'Tabs are not allowed'],
    [
      'deep nesting',
      `a: ${'['.repeat(60)}${']'.repeat(60)}`,
      '1:54',
      'nests deeper than 50',
    ],
  ])('refuses %s', (_, text, at, reason) => {
    const { names, problems } = judge(text);
    expect(names).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(reason)]);
    expect(problems[0]).toContain(`slos.yaml:${at}`);
  });

  it.each([
    ['a text that is too long', 'a'.repeat(LONGEST_OPENSLO_TEXT + 1)],
    [
      'aliases that multiply',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
        .split('')
        .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefghi'[i]}`)}]`)
        .join('\n')}\n`,
    ],
    ['nesting without end', '['.repeat(100_000)],
    ['maps without end', '{a: '.repeat(50_000)],
    ['documents without end', 'a\n---\n'.repeat(40_000)],
    ['quotes without end', 'a: "\n---\n'.repeat(10_000)],
    ['quotes of both kinds', `a: "\n---\nb: '\n---\n`.repeat(5_000)],
    ['aliases without end', `- &a 1\n${'- *a\n'.repeat(40_000)}- *b\n`],
    [
      'keys without end',
      Array.from({ length: 30_000 }, (_, i) => `k${i}: 1`).join('\n'),
    ],
    ['a list without end', '- a\n'.repeat(60_000)],
    ['bytes', '\u0000\u0001\u0002'],
    ['a byte order mark in the middle', 'a: \uFEFF b: c: d'],
  ])('survives %s, quickly', (_, text) => {
    const before = performance.now();
    const { documents, problems } = checkOpenSlo(text);
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(documents).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems).length).toBeLessThan(200_000);
  });
});
