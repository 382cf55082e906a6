import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  durationToMilliseconds,
  JsonObject,
  JsonValue,
} from '@backstage/types';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { prometheusPage } from '../slos/links/withLinks';
import { describeIssues } from './describeIssues';
import { LinkTemplate, PrometheusInstance } from './instance';
import { InstanceConfig, instanceSchema } from './instanceSchema';
import { readLinks } from './readLinks';

const section = 'engineeringOwner.prometheus';
const place = `${section}.instances`;

/** An entry that cannot be used, by its name or, without one, its place. */
export interface MisconfiguredInstance {
  name: string;
  problem: Problem;
}

/**
 * The configured instances. A wrong entry takes only itself out; nothing is
 * thrown, because that would keep the whole portal from starting.
 */
export function readInstances(config: Config): {
  instances: PrometheusInstance[];
  misconfigured: MisconfiguredInstance[];
} {
  const instances: PrometheusInstance[] = [];
  const misconfigured: MisconfiguredInstance[] = [];
  const refuse = (name: string, message: string) =>
    misconfigured.push({
      name,
      problem: {
        code: 'source_misconfigured',
        severity: 'error',
        message,
        params: { place },
      },
    });
  // Asked for deeper, a section that is no object throws.
  const found = readSection(config);
  if (!found.ok) {
    refuse('instances', found.message);
    return { instances, misconfigured };
  }
  const entries = found.value.instances ?? [];
  if (!Array.isArray(entries)) {
    refuse('instances', `${place}: expected a list of instances`);
    return { instances, misconfigured };
  }
  entries.forEach((entry, i) => {
    const at = `${place}[${i}]`;
    const parsed = instanceSchema.safeParse(entry);
    if (!parsed.success) {
      refuse(nameOf(entry) ?? at, describeIssues(at, entry, parsed.error));
    } else if (instances.some(({ name }) => name === parsed.data.name)) {
      refuse(
        at,
        `${at}.name: "${parsed.data.name}" is the name of an earlier instance; names are unique`,
      );
    } else {
      const { name } = parsed.data;
      const { links, problems } = readLinks(parsed.data.links, `${at}.links`);
      problems.forEach(({ message }, n) =>
        refuse(`${name}, link ${n + 1}`, message),
      );
      try {
        instances.push(toInstance(at, parsed.data, links));
      } catch (error) {
        refuse(name, messageOf(error));
      }
    }
  });
  return { instances, misconfigured };
}

function readSection(
  config: Config,
): { ok: true; value: JsonObject } | { ok: false; message: string } {
  try {
    const value = config.getOptional<JsonValue>(section) ?? {};
    if (typeof value === 'object' && !Array.isArray(value) && value !== null) {
      return { ok: true, value };
    }
    // Not quoted: a list put here by mistake holds tokens.
    const found = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    return {
      ok: false,
      message: `${section}: expected an object with the list "instances", found ${found}`,
    };
  } catch (error) {
    return { ok: false, message: `${section}: ${messageOf(error)}` };
  }
}

function toInstance(
  at: string,
  entry: InstanceConfig,
  links: LinkTemplate[],
): PrometheusInstance {
  const { publicUrl, tls } = entry;
  return {
    name: entry.name,
    baseUrl: withoutSlash(entry.baseUrl),
    auth: entry.auth ?? { type: 'none' },
    headers: entry.headers,
    queryParameters: entry.queryParameters,
    ...(tls && { tls }),
    links: publicUrl
      ? [...links, prometheusPage(withoutSlash(publicUrl))]
      : links,
    maxConcurrency: entry.maxConcurrency,
    timeoutMs: duration(at, 'timeout', entry.timeout),
    evaluationDelaySeconds:
      duration(at, 'evaluationDelay', entry.evaluationDelay) / 1000,
    replicaLabels: entry.replicaLabels,
    alerts: entry.alerts,
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/** In milliseconds: what makes sense, and what stands where nothing is said. */
const durations = {
  timeout: {
    fallback: 30_000,
    least: 1_000,
    most: 300_000,
    expected: 'from 1 second to 5 minutes',
  },
  evaluationDelay: {
    fallback: 30_000,
    least: 0,
    most: 600_000,
    expected: 'from 0 seconds to 10 minutes',
  },
};

/** Milliseconds of what the platform's configuration accepts as a duration. */
function duration(
  at: string,
  key: keyof typeof durations,
  value: JsonValue | undefined,
): number {
  const { fallback, least, most, expected } = durations[key];
  if (value === undefined) {
    return fallback;
  }
  const wrong = (why: string) =>
    new InputError(
      `${at}.${key}: expected a duration ${expected}, found ${JSON.stringify(
        value,
      )}${why}`,
    );
  let ms: number;
  try {
    ms = durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ [key]: value }), { key }),
    );
  } catch (error) {
    throw wrong(`: ${messageOf(error)}`);
  }
  // A sum of days and minutes may be no number at all.
  if (!(ms >= least && ms <= most)) {
    throw wrong('');
  }
  return Math.round(ms);
}

function nameOf(entry: JsonValue): string | undefined {
  return typeof entry === 'object' &&
    entry !== null &&
    !Array.isArray(entry) &&
    typeof entry.name === 'string' &&
    entry.name !== ''
    ? entry.name
    : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
