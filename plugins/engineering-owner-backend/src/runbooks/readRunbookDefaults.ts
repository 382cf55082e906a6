import { Config, readDurationFromConfig } from '@backstage/config';
import { RunbookDefaults } from '@engineering-owner/backstage-plugin-common';
import { Duration } from 'luxon';
import { readOptional } from '../config/readOptional';
import { ConfigProblems } from '../sources/ConfigProblems';

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
      if (duration.as('days') < 1) {
        throw new RangeError('shorter than a day');
      }
      return duration.toISO() ?? fallback;
    } catch (error) {
      problems.add({
        place,
        value,
        expected: `a duration of a day or longer such as {days: 180}; the default of ${fallback} is used instead`,
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
