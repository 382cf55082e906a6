import { Config } from '@backstage/config';
import { AlertPolicyName } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { readOptional } from '../config/readOptional';
import { ConfigProblems } from '../sources/ConfigProblems';

const key = 'engineeringOwner.slos.alerting';
const policySchema: z.ZodType<AlertPolicyName> = z.enum(['google', 'seed']);

/** The alert policy; a wrong one is told and `google` used instead. */
export function readAlerting(
  config: Config,
  problems: ConfigProblems,
): AlertPolicyName {
  const value = readOptional(config, key, problems) ?? 'google';
  const parsed = policySchema.safeParse(value);
  if (!parsed.success) {
    problems.add({
      place: key,
      value,
      expected: '"google" or "seed"; "google" is used instead',
    });
    return 'google';
  }
  return parsed.data;
}
