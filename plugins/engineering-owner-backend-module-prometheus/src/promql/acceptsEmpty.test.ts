import { acceptsEmpty } from './acceptsEmpty';

describe('acceptsEmpty', () => {
  it.each([
    ['=', '', true],
    ['=', 'a', false],
    ['!=', '', false],
    ['!=', 'a', true],
    ['=~', '5..', false],
    ['=~', '.*', true],
    ['=~', 'a|', true],
    ['=~', '(?i)5..', false],
    ['!~', '(?i)5..', true],
    ['=~', '5..(', undefined],
    ['!~', '5..(', undefined],
    ['!~', '2..', true],
    ['!~', '.*', false],
  ] as const)('label%s"%s": %s', (operator, value, expected) => {
    expect(acceptsEmpty({ label: 'code', operator, value })).toBe(expected);
  });
});
