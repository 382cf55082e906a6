import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { ConfigProblems } from '../sources/ConfigProblems';
import { readRunbookDefaults } from './readRunbookDefaults';

function read(reviewEvery: JsonValue) {
  const problems = new ConfigProblems({ logger: mockServices.logger.mock() });
  const defaults = readRunbookDefaults(
    new ConfigReader({ engineeringOwner: { runbooks: { reviewEvery } } }),
    problems,
  );
  return { defaults, messages: problems.list().map(({ message }) => message) };
}

describe('how long reviews of runbooks hold', () => {
  it.each<[JsonValue, string]>([
    [{ days: 90 }, 'P90D'],
    ['1d', 'P1D'],
    [{ days: 36_525 }, 'P36525D'],
  ])('is read of %j', (value, expected) => {
    const { defaults, messages } = read(value);
    expect(messages).toEqual([]);
    expect(defaults.reviewEvery).toBe(expected);
  });

  it.each<[JsonValue, string]>([
    [{ hours: 23 }, 'shorter than a day'],
    [{ days: 36_526 }, 'longer than 100 years'],
    [{ days: 1e12 }, 'longer than 100 years'],
    [{ years: 300_000 }, 'longer than 100 years'],
    ['often', 'expected a duration'],
  ])('is the default where %j is written, and says why', (value, why) => {
    const { defaults, messages } = read(value);
    expect(defaults.reviewEvery).toBe('P180D');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('engineeringOwner.runbooks.reviewEvery is');
    expect(messages[0]).toContain(why);
    expect(messages[0]).toContain('from a day to 36525 days');
  });
});
