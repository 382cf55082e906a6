import { parseRunbook } from './parseRunbook';

describe('parseRunbook', () => {
  it('splits front matter from the text', () => {
    expect(
      parseRunbook('---\ntitle: A\nalerts: [X]\n---\n\n# B\n\nSteps.\n'),
    ).toEqual({
      title: 'A',
      frontMatter: expect.objectContaining({ title: 'A', alerts: ['X'] }),
      content: '\n# B\n\nSteps.\n',
      problems: [],
    });
  });

  it.each([
    ['the first heading', '# Fails\n\n# Other\n', 'Fails'],
    ['no comment in code', '```\n# rm\n```\n# Fails #\n', 'Fails'],
    ['no heading of a lower level', '## Steps\n', undefined],
    ['the title before it', '---\ntitle: T\n---\n# Fails\n', 'T'],
  ])('takes for the title %s', (_, text, title) => {
    expect(parseRunbook(text).title).toBe(title);
  });

  it.each([
    ['none', '# A\n'],
    ['a line across the page', '---\n\n# A\n'],
    ['a longer line', '-----\ntitle: T\n---\n# A\n'],
    ['no first line', '\n---\ntitle: T\n---\n# A\n'],
  ])('finds no front matter where there is %s', (_, text) => {
    const { frontMatter, content, problems } = parseRunbook(text);
    expect(frontMatter).toEqual({ alerts: [], automation: [] });
    expect(content).toBe(text);
    expect(problems).toEqual([]);
  });

  it.each(['---\r\ntitle: T\r\n---\r\n# A', '\uFEFF---\ntitle: T\n---\n# A'])(
    'reads files of other systems: %j',
    text => {
      expect(parseRunbook(text)).toMatchObject({ title: 'T', content: '# A' });
    },
  );

  describe('hostile front matter', () => {
    const evaluated = jest.fn();
    beforeEach(() => {
      evaluated.mockReset();
      Object.assign(globalThis, { evaluated });
    });
    afterEach(() => Reflect.deleteProperty(globalThis, 'evaluated'));

    it.each(['js', 'javascript', ' js', 'JS', 'coffee', 'json', '__proto__'])(
      'in the language %j is not run and not read',
      language => {
        const parsed = parseRunbook(
          `---${language}\n{title: evaluated()}\n---\n# A\n`,
        );
        expect(evaluated).not.toHaveBeenCalled();
        expect(parsed).toMatchObject({
          title: 'A',
          content: '# A\n',
          problems: [{ code: 'front_matter_unusable' }],
        });
      },
    );

    it.each([
      '!!js/function "function () { evaluated() }"',
      '{title: !!js/undefined }',
      'title: [',
      'title: "\\x"',
    ])('with %j is named and the text stays', yaml => {
      const parsed = parseRunbook(`---\n${yaml}\n---\n# A\n`);
      expect(evaluated).not.toHaveBeenCalled();
      expect(parsed).toMatchObject({
        content: '# A\n',
        problems: [{ code: 'front_matter_unusable' }],
      });
    });

    it('that stands for gigabytes is not unfolded', () => {
      const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
      for (let level = 1; level < 30; level++) {
        lines.push(
          `a${level}: &a${level} [${Array(10).fill(`*a${level - 1}`)}]`,
        );
      }
      const { problems } = parseRunbook(
        `---\n${lines.join('\n')}\ntitle: *a29\nalerts: *a29\n---\n# A\n`,
      );
      expect(JSON.stringify(problems).length).toBeLessThan(5000);
      expect(problems).toContainEqual(
        expect.objectContaining({
          message: expect.stringContaining('title is a list'),
        }),
      );
    });

    it.each([
      ['blank lines', '\n'.repeat(199_000)],
      ['one long line', `title: ${'x'.repeat(199_000)}`],
    ])('of %s takes no time', (_, block) => {
      const start = performance.now();
      const { problems } = parseRunbook(`---\n${block}\n---\n# A\n`);
      expect(performance.now() - start).toBeLessThan(1000);
      expect(problems).toEqual([
        expect.objectContaining({
          message: expect.stringContaining('at most 10000 are read'),
        }),
      ]);
    });

    it('cannot set what every object has', () => {
      parseRunbook('---\n__proto__: {polluted: yes}\n---\n');
      expect(Object.prototype).not.toHaveProperty('polluted');
    });
  });
});
