import { Config } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import {
  AlertPolicy,
  AlertPolicyPair,
  burnWindows,
  parseDuration,
} from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { readOptional } from '../config/readOptional';
import { ConfigProblems, kindOfValue } from '../sources/ConfigProblems';

const key = 'engineeringOwner.slos.alertPolicies';
const mostPairs = 8;

const names = burnWindows.map(({ window }) => window);
const windowSchema = z.enum(
  names,
  `one of the windows that are read for every SLO: ${names.join(', ')}`,
);

const factorExpected = 'a burn rate of at least 1, for example 14.4';
const shareExpected =
  'a share of the budget above 0% and at most 100%, for example 2%';

const shareSchema = z
  .string(shareExpected)
  .regex(/^\d{1,3}(\.\d{1,6})?\s?%$/, shareExpected)
  .transform(text => Number((parseFloat(text) / 100).toFixed(8)))
  .refine(share => share > 0 && share <= 1, shareExpected);

const pairSchema = z
  .strictObject({
    severity: z.enum(['page', 'ticket'], '"page" or "ticket"'),
    longWindow: windowSchema,
    shortWindow: windowSchema,
    factor: z.coerce
      .number(factorExpected)
      .min(1, `${factorExpected}: below it the budget lasts`)
      .max(1_000_000, factorExpected)
      .optional(),
    budgetShare: shareSchema.optional(),
  })
  .transform(({ factor, budgetShare, ...pair }, context): AlertPolicyPair => {
    if (parseDuration(pair.shortWindow) >= parseDuration(pair.longWindow)) {
      context.addIssue({
        code: 'custom',
        path: ['shortWindow'],
        message: `a window shorter than the longWindow, ${pair.longWindow}`,
      });
    }
    if (factor !== undefined && budgetShare === undefined) {
      return { ...pair, factor };
    }
    if (budgetShare !== undefined && factor === undefined) {
      return { ...pair, budgetShare };
    }
    context.addIssue({
      code: 'custom',
      message: 'either a factor, as 14.4, or a budgetShare, as 2%',
    });
    return z.NEVER;
  });

const policySchema = z.strictObject({
  name: z
    .string('a name, for example strict')
    .regex(
      /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$/,
      'a name of letters, digits, ".", "_" and "-"',
    )
    .refine(
      name => name !== 'google' && name !== 'seed',
      'a name other than those of the policies that come along, google and seed',
    ),
  pairs: z
    .array(pairSchema, 'a list of pairs of windows')
    .min(1, 'at least one pair of windows')
    .max(mostPairs, `at most ${mostPairs} pairs of windows`)
    .refine(
      pairs => new Set(pairs.map(identityOf)).size === pairs.length,
      'each severity with two windows once',
    ),
  minimumBadEvents: z.coerce
    .number('a number of events')
    .int('a whole number of events')
    .min(1, 'at least 1')
    .max(1_000_000, 'at most 1000000')
    .optional(),
});

/**
 * The alert policies of an admin's own. A wrong one is left out and told with
 * its place and value.
 */
export function readAlertPolicies(
  config: Config,
  problems: ConfigProblems,
): AlertPolicy[] {
  const value = readOptional(config, key, problems);
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    problems.add({
      place: key,
      kind: kindOfValue(value),
      expected: 'a list of alert policies',
    });
    return [];
  }
  const policies = new Map<string, AlertPolicy>();
  for (const [index, each] of value.entries()) {
    const place = `${key}[${index}]`;
    const policy = readPolicy(each, place, problems);
    if (policy && policies.has(policy.name)) {
      problems.add({
        place: `${place}.name`,
        value: policy.name,
        expected: 'a name that no other policy has; the first one is used',
      });
    } else if (policy) {
      policies.set(policy.name, policy);
    }
  }
  return [...policies.values()];
}

function readPolicy(
  value: JsonValue,
  place: string,
  problems: ConfigProblems,
): AlertPolicy | undefined {
  const parsed = policySchema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  for (const { path, message } of parsed.error.issues) {
    problems.add({
      place: path.reduce<string>(
        (whole, part) =>
          typeof part === 'number'
            ? `${whole}[${part}]`
            : `${whole}.${String(part)}`,
        place,
      ),
      ...(path.length
        ? { value: valueAt(value, path) }
        : { kind: kindOfValue(value) }),
      expected: message,
    });
  }
  return undefined;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null
        ? Reflect.get(inner, part)
        : undefined,
    value,
  );
}

function identityOf(pair: AlertPolicyPair): string {
  return `${pair.severity} ${pair.longWindow} ${pair.shortWindow}`;
}
