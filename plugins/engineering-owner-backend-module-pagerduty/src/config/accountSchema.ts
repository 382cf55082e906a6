import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import { Account, Credentials } from './Account';

const hosts = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};

const httpAddress = z
  .url({
    protocol: /^https?$/,
    error: 'expected an http(s) address, e.g. "https://api.pagerduty.com"',
  })
  .transform(address => address.replace(/\/+$/, ''));

const text = z
  .string({ error: 'expected a text that is not empty' })
  .trim()
  .min(1, { error: 'expected a text that is not empty' });

/** Printable and without spaces, as it goes into a header. */
const secret = text.regex(/^[\x21-\x7e]+$/, {
  error: 'expected printable ASCII characters without spaces',
});

/** `15s`, `{seconds: 15}` or `PT15S`, as everywhere in app-config. */
const milliseconds = z.unknown().transform((value, context) => {
  try {
    const config = new ConfigReader({ duration: z.json().parse(value) });
    const duration = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'duration' }),
    );
    if (duration > 0) {
      return duration;
    }
  } catch {
    // Told below, in words that name what would be right.
  }
  context.addIssue({
    code: 'custom',
    message:
      'expected a duration above zero, e.g. "15s", "PT15S" or {seconds: 15}',
  });
  return z.NEVER;
});

/**
 * The part `webhooks` of an account. A secret whose environment variable is not
 * set is absent.
 */
export const webhooksSchema = z
  .object(
    {
      secrets: z
        .array(secret.nullish(), {
          error: 'expected a list of signing secrets',
        })
        .nullish(),
    },
    { error: 'expected {secrets: [...]}' },
  )
  .transform(({ secrets }) => (secrets ?? []).flatMap(each => each ?? []));

/** One entry of `engineeringOwner.pagerduty.accounts`, as an admin writes it. */
export const accountSchema = z
  .object(
    {
      name: text.regex(/^[\w.-]{1,63}$/, {
        error:
          'expected at most 63 letters, digits, dots, dashes and underscores, since it is part of addresses, annotations and the names of tasks',
      }),
      region: z
        .enum(['us', 'eu'], { error: 'expected "us" or "eu"' })
        .default('us'),
      apiBaseUrl: httpAddress.optional(),
      token: secret.optional(),
      oauth: z
        .object(
          {
            clientId: text,
            clientSecret: secret,
            subdomain: text.regex(/^[a-z0-9-]+$/i, {
              error: 'expected the "acme" of acme.pagerduty.com',
            }),
            identityBaseUrl: httpAddress.default(
              'https://identity.pagerduty.com',
            ),
          },
          { error: 'expected {clientId, clientSecret, subdomain}' },
        )
        .optional(),
      timeout: milliseconds.optional(),
      maxConcurrency: z
        .int({ error: 'expected a whole number of at least 1' })
        .min(1, { error: 'expected a whole number of at least 1' })
        .max(20, {
          error: 'expected at most 20: PagerDuty advises serial calls',
        })
        .default(4),
      // As text it comes out of environment variables.
      writes: z
        .union(
          [
            z.boolean(),
            z.enum(['true', 'false']).transform(each => each === 'true'),
          ],
          { error: 'expected true or false' },
        )
        .default(true),
    },
    { error: 'expected {name, token} or {name, oauth}' },
  )
  .transform((entry, context): Omit<Account, 'place' | 'webhookSecrets'> => {
    const credentials = credentialsOf(entry);
    if (!credentials) {
      context.addIssue({
        code: 'custom',
        message: 'expected either "token" or "oauth", and not both',
      });
      return z.NEVER;
    }
    return {
      name: entry.name,
      apiBaseUrl: entry.apiBaseUrl ?? hosts[entry.region],
      credentials,
      timeoutMilliseconds: entry.timeout ?? 15_000,
      maxConcurrency: entry.maxConcurrency,
      writes: entry.writes,
    };
  });

/** Undefined unless there is exactly one way in. */
function credentialsOf({
  token,
  oauth,
  region,
}: {
  token?: string;
  oauth?: {
    clientId: string;
    clientSecret: string;
    subdomain: string;
    identityBaseUrl: string;
  };
  region: 'us' | 'eu';
}): Credentials | undefined {
  if (oauth && token === undefined) {
    const { subdomain, ...client } = oauth;
    return {
      type: 'oauth',
      ...client,
      accountScope: `as_account-${region}.${subdomain}`,
    };
  }
  return token !== undefined && !oauth ? { type: 'token', token } : undefined;
}
