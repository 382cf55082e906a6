import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { readOptional } from '../config/readOptional';
import { ConfigProblems } from '../sources/ConfigProblems';
import { IngestSchedule } from './IngestTask';

/** The platform's `schedule:` at a config key; a wrong one is told and the default used. */
export function readSchedule(options: {
  config: Config;
  key: string;
  fallback: SchedulerServiceTaskScheduleDefinition;
  problems: ConfigProblems;
}): IngestSchedule {
  const { config, key, fallback, problems } = options;
  const value = readOptional(config, key, problems);
  if (value === undefined) {
    return fallback;
  }
  try {
    return {
      ...readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(key),
      ),
      configured: { key, fallback },
    };
  } catch (error) {
    problems.add({
      place: key,
      value,
      expected:
        'a schedule such as {frequency: {minutes: 1}, timeout: {seconds: 45}}; the default is used instead',
      error,
    });
    return fallback;
  }
}
