import fc from 'fast-check';
import { matchesEmptyText } from './emptyText';

describe('matchesEmptyText', () => {
  it.each([
    ['', true],
    ['5..', false],
    ['a|', true],
    ['|a', true],
    ['a|b', false],
    ['(?:a|b?)c*', true],
    ['(a|b)+', false],
    ['(a*|b*){60}\\b', false],
    ['(a*)+', true],
    ['a{0}', true],
    ['a{0,3}?', true],
    ['a{1,}', false],
    ['a{,3}', false],
    ['^$', true],
    ['\\A\\z', true],
    ['\\b', false],
    ['\\b?', true],
    ['[]*]', false],
    ['[^]]*', true],
    ['[[:alpha:]|)]?', true],
    ['[\\]]', false],
    ['\\(', false],
    ['\\pL*', true],
    ['\\p{Greek}+', false],
    ['\\x{10ffff}', false],
    ['\\x{10ffff}*', true],
    ['\\Q*a*\\E', false],
    ['\\Q\\E', true],
    ['(?i)5..', false],
    ['(?i:a)|(?P<name>b)?', true],
    ['(?s:.*)', true],
    ['😀', false],
  ])('takes %j for an expression of which that is %s', (pattern, expected) => {
    expect(matchesEmptyText(pattern)).toBe(expected);
  });

  it.each(['(', ')', 'a)|(b', '[a', '(?=a)', '(?<!a)b', '\\', '\\C', '\\y'])(
    'cannot tell of %j',
    pattern => {
      expect(matchesEmptyText(pattern)).toBeUndefined();
    },
  );

  it('agrees with a regular expression that is run', () => {
    const atom = fc.constantFrom('a', '.', '[b-d]', '\\d', '^', '$', '\\b', '');
    const { pattern: anyPattern } = fc.letrec<{ pattern: string }>(tie => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.tuple(tie('pattern'), tie('pattern')).map(both => both.join('')),
        fc.tuple(tie('pattern'), tie('pattern')).map(both => both.join('|')),
        fc
          .tuple(
            tie('pattern'),
            fc.constantFrom('*', '+', '?', '{0}', '{2}', '{1,3}?'),
          )
          .map(([inner, times]) => `(?:${inner})${times}`),
      ),
    }));
    fc.assert(
      fc.property(anyPattern, pattern => {
        expect(matchesEmptyText(pattern)).toBe(
          new RegExp(`^(?:${pattern})$`).test(''),
        );
      }),
    );
  });

  it.each([
    '(a*|b*){60}\\b',
    `${'(a*)*'.repeat(1_500)}\\b`,
    `${'('.repeat(4_999)}${')'.repeat(4_999)}`,
    '[[:a'.repeat(2_499),
    `[${'[:a:]'.repeat(1_900)}`,
    '\\Q'.repeat(4_999),
    '(?P<a'.repeat(1_999),
    '\\p{a'.repeat(2_499),
    '{1'.repeat(4_999),
  ])('is done with %s at once', pattern => {
    const began = performance.now();
    matchesEmptyText(pattern);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
