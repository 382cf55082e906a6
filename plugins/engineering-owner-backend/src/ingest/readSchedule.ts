import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ConfigProblems } from '../sources/ConfigProblems';

/** The platform's `schedule:` at a config key; a wrong one is told and the default used. */
export function readSchedule(options: {
  config: Config;
  key: string;
  fallback: SchedulerServiceTaskScheduleDefinition;
  problems: ConfigProblems;
}): SchedulerServiceTaskScheduleDefinition {
  const { config, key, fallback, problems } = options;
  try {
    return config.has(key)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(key),
        )
      : fallback;
  } catch (error) {
    problems.add({
      place: key,
      value: config.getOptional(key),
      expected:
        'a schedule such as {frequency: {minutes: 1}, timeout: {seconds: 45}}; the default is used instead',
      error,
    });
    return fallback;
  }
}
