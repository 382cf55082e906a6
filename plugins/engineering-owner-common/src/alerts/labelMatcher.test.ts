import { satisfies } from './labelMatcher';
import { LabelMatcher } from './model';

const labels = { service: 'checkout', empty: '' };

describe('satisfies', () => {
  it.each<[string, string, string, boolean]>([
    ['service', '=', 'checkout', true],
    ['service', '=', 'check', false],
    ['service', '!=', 'checkout', false],
    ['service', '!=', 'cart', true],
    // A label that is not there is empty.
    ['team', '=', '', true],
    ['empty', '=', '', true],
    ['team', '!=', 'shop', true],
    ['team', '=~', '.+', false],
    ['team', '=~', '.*', true],
    ['team', '!~', '.+', true],
    ['toString', '=', '', true],
    ['__proto__', '=', '', true],
    // Anchored at both ends, whatever it consists of.
    ['service', '=~', 'check', false],
    ['service', '=~', 'check|checkout', true],
    ['service', '=~', 'a|check', false],
    ['service', '=~', 'check.*', true],
    ['service', '!~', 'check.*', false],
    // RE2's own spellings.
    ['service', '=~', '(?i)CHECKOUT', true],
    ['service', '=~', '[[:alpha:]]+', true],
    ['service', '=~', '(?P<name>check)out', true],
    ['service', '=~', '\\pL+', true],
    // Not understood: satisfied by nothing, not even when negated.
    ['service', '=~', '(', false],
    ['service', '!~', '(', false],
    ['service', '!~', '(?=x)y', false],
    ['service', '!~', 'x{5000}', false],
    ['service', '!~', 'x'.repeat(10_001), false],
    ['service', '=~', 'a)|(checkout', false],
  ])('%s%s%j: %s', (name, operator, value, expected) => {
    const matcher: LabelMatcher = {
      name,
      value,
      isRegex: operator.endsWith('~'),
      isEqual: operator.startsWith('='),
    };
    expect(satisfies(labels, matcher)).toBe(expected);
  });

  it('is not kept busy by an expression made for that', () => {
    const started = performance.now();
    const evil = { name: 'a', value: '(a+)+b', isRegex: true, isEqual: true };
    expect(satisfies({ a: 'a'.repeat(10_000) }, evil)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
