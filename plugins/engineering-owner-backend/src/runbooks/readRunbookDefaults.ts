import { Config, readDurationFromConfig } from '@backstage/config';
import { RunbookDefaults } from '@engineering-owner/backstage-plugin-common';
import { Duration } from 'luxon';
import { readOptional } from '../config/readOptional';
import { ConfigProblems } from '../sources/ConfigProblems';

/** Longer ones reach beyond what a date can be: 100 years. */
const mostDays = 36_525;

const key = 'engineeringOwner.runbooks';

/** How long reviews and tests hold; a wrong value is told and the default used. */
export function readRunbookDefaults(
  config: Config,
  problems: ConfigProblems,
): RunbookDefaults {
  const read = (name: string, fallback: string): string => {
    const place = `${key}.${name}`;
    const value = readOptional(config, place, problems);
    if (value === undefined) {
      return fallback;
    }
    try {
      const duration = Duration.fromObject(
        readDurationFromConfig(config, { key: place }),
      );
      const days = duration.as('days');
      // Not a number where a sum of units is.
      if (!(days >= 1)) {
        throw new RangeError('shorter than a day');
      }
      if (days > mostDays) {
        throw new RangeError('longer than 100 years');
      }
      return duration.toISO() ?? fallback;
    } catch (error) {
      problems.add({
        place,
        value,
        expected: `a duration from a day to ${mostDays} days such as {days: 180}; the default of ${fallback} is used instead`,
        error,
      });
      return fallback;
    }
  };
  return {
    reviewEvery: read('reviewEvery', 'P180D'),
    testEvery: read('testEvery', 'P365D'),
  };
}
