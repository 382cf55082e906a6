import fc from 'fast-check';
import { escapeRegex, quote, unquote } from './text';

describe('quote and unquote', () => {
  it.each([
    ['"a"', 'a'],
    ["'a\"b'", 'a"b'],
    ['`a\\d`', 'a\\d'],
    ['"a\\"b\\\\c\\n"', 'a"b\\c\n'],
    ['"\\x41\\u00e9\\101"', 'AéA'],
  ])('%s stands for its text', (literal, text) => {
    expect(unquote(literal)).toBe(text);
  });

  it.each(['"\\q"', '"\\', '"\\U7fffffff"', '"a\nb"'])(
    'refuses %j',
    literal => {
      expect(unquote(literal.endsWith('"') ? literal : `${literal}"`)).toBe(
        undefined,
      );
    },
  );

  it('come back to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(unquote(quote(text))).toBe(text);
      }),
    );
  });
});

describe('escapeRegex', () => {
  it('matches exactly its text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const regex = new RegExp(`^(?:${escapeRegex(text)})$`);
        expect(regex.test(text)).toBe(true);
        expect(regex.test(other)).toBe(text === other);
      }),
    );
  });
});
