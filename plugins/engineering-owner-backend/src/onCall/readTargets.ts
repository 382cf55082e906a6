import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { readOptional } from '../config/readOptional';
import { ConfigProblems } from '../sources/ConfigProblems';

/** What response times are measured against, for incidents of high urgency. */
export interface ResponseTargets {
  mttaSeconds: number;
  mttrSeconds: number;
}

/** Reads `engineeringOwner.onCall.targets`; a wrong one is told and not used. */
export function readTargets(
  config: Config,
  problems: ConfigProblems,
): ResponseTargets {
  return {
    mttaSeconds: readMinutes(config, problems, 'mtta', 5),
    mttrSeconds: readMinutes(config, problems, 'mttr', 30),
  };
}

function readMinutes(
  config: Config,
  problems: ConfigProblems,
  name: 'mtta' | 'mttr',
  fallback: number,
): number {
  const key = `engineeringOwner.onCall.targets.${name}`;
  const value = readOptional(config, key, problems);
  if (value === undefined) {
    return fallback * 60;
  }
  let error: unknown;
  try {
    const seconds =
      durationToMilliseconds(readDurationFromConfig(config, { key })) / 1000;
    if (seconds > 0) {
      return seconds;
    }
  } catch (reason) {
    error = reason;
  }
  problems.add({
    place: key,
    value,
    expected: `a duration above zero such as {minutes: ${fallback}}, which is used instead`,
    error,
  });
  return fallback * 60;
}
