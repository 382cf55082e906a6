import { Config } from '@backstage/config';
import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { Account } from './Account';
import { accountSchema, webhooksSchema } from './accountSchema';

const KEY = 'engineeringOwner.pagerduty.accounts';
const SECRET_KEYS = [
  'token',
  'clientId',
  'clientSecret',
  'webhooks',
  'secrets',
];

/** What `engineeringOwner.pagerduty.accounts` says. */
export interface ConfiguredAccounts {
  accounts: Account[];
  /** Entries that cannot be used, each with its reason. */
  misconfigured: Array<{ source: SourceRef; problem: Problem }>;
}

/** Reads every account; a wrong entry spoils no other one. Never throws. */
export function readAccounts(config: Config): ConfiguredAccounts {
  const result: ConfiguredAccounts = { accounts: [], misconfigured: [] };
  const refuse = (name: string, place: string, message: string) =>
    result.misconfigured.push({
      source: { type: 'pagerduty', name },
      problem: {
        code: 'config_invalid',
        severity: 'error',
        message: `${place}: ${message}`,
        params: { place },
      },
    });
  const entries = readEntries(config);
  if (!Array.isArray(entries)) {
    if (entries !== undefined) {
      refuse('accounts', KEY, 'expected a list of accounts');
    }
    return result;
  }
  const names = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const place = `${KEY}[${index}]`;
    const parsed = accountSchema.safeParse(entry);
    if (!parsed.success) {
      refuse(nameOf(entry, index), place, describe(parsed.error, entry));
    } else if (names.has(parsed.data.name)) {
      refuse(
        `accounts[${index}]`,
        `${place}.name`,
        `"${parsed.data.name}" is the name of an account above; expected a name of its own`,
      );
    } else {
      names.add(parsed.data.name);
      // A wrong secret takes the webhooks only: the account is still read.
      const webhooks = webhooksSchema.safeParse(webhooksOf(entry));
      if (!webhooks.success) {
        refuse(
          `${parsed.data.name}.webhooks`,
          place,
          describe(webhooks.error, entry, ['webhooks']),
        );
      }
      const webhookSecrets = webhooks.data ?? [];
      result.accounts.push({ ...parsed.data, place, webhookSecrets });
    }
  }
  return result;
}

function readEntries(config: Config): unknown {
  try {
    return config.getOptional(KEY);
  } catch (error) {
    // A parent key that is no object; the value itself cannot be had.
    return error;
  }
}

function nameOf(entry: unknown, index: number): string {
  const named = z.object({ name: z.string().min(1) }).safeParse(entry);
  return named.success ? named.data.name : `accounts[${index}]`;
}

function webhooksOf(entry: unknown): unknown {
  const { data } = z.object({ webhooks: z.unknown() }).safeParse(entry);
  return data?.webhooks ?? {};
}

/** Each mistake with its key and value; the value of a secret is not shown. */
function describe(
  error: z.ZodError,
  entry: unknown,
  above: string[] = [],
): string {
  return error.issues
    .map(({ path: below, message }) => {
      const path = [...above, ...below];
      const key = path.map(String).join('.');
      const value = path.reduce<unknown>(
        (within, part) =>
          typeof within === 'object' && within !== null
            ? Object.getOwnPropertyDescriptor(within, part)?.value
            : undefined,
        entry,
      );
      return key === ''
        ? message
        : `"${key}" is ${shown(key, value)}; ${message}`;
    })
    .join('. ');
}

function shown(key: string, value: unknown): string {
  if (value === undefined) {
    return 'missing';
  }
  return key.split('.').some(part => SECRET_KEYS.includes(part))
    ? `${typeof value} (a secret, not shown)`
    : `${JSON.stringify(value)}`.slice(0, 200);
}
