import { parseDuration } from './duration';

describe('parseDuration', () => {
  it.each([
    ['30s', 30],
    ['5m', 300],
    ['1h', 3600],
    ['1h30m', 5400],
    ['1d', 86400],
    ['30d', 2_592_000],
    ['1w', 604_800],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', '30', 'd', '1M', '-1d', '1.5h', '30 d', '1m1h', '1h1h', '1d!'])(
    'refuses %j and says what would be right',
    text => {
      expect(() => parseDuration(text)).toThrow(
        `"${text}" is not a duration; write a number and a unit of s, m, h, d or w, for example 30d`,
      );
    },
  );

  it('refuses a length of zero and one beyond counting', () => {
    expect(() => parseDuration('0d')).toThrow('is a duration of zero');
    expect(() => parseDuration(`${'9'.repeat(400)}d`)).toThrow(
      'is not a duration',
    );
  });
});
