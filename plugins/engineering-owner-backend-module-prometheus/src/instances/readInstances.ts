import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { durationToMilliseconds, JsonValue } from '@backstage/types';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { PrometheusInstance } from './instance';
import { describeIssues } from './describeIssues';
import { InstanceConfig, instanceSchema } from './instanceSchema';

const place = 'engineeringOwner.prometheus.instances';

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
  const entries = config.getOptional<JsonValue>(place) ?? [];
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
      try {
        instances.push(toInstance(parsed.data));
      } catch (error) {
        refuse(parsed.data.name, `${at}: ${messageOf(error)}`);
      }
    }
  });
  return { instances, misconfigured };
}

function toInstance(entry: InstanceConfig): PrometheusInstance {
  return {
    name: entry.name,
    baseUrl: entry.baseUrl.replace(/\/+$/, ''),
    auth: entry.auth ?? { type: 'none' },
    headers: entry.headers,
    maxConcurrency: entry.maxConcurrency,
    timeoutMs: duration('timeout', entry.timeout) ?? 30_000,
    evaluationDelaySeconds:
      (duration('evaluationDelay', entry.evaluationDelay) ?? 30_000) / 1000,
    replicaLabels: entry.replicaLabels,
    alerts: entry.alerts,
  };
}

/** Milliseconds of what the platform's configuration accepts as a duration. */
function duration(
  key: string,
  value: JsonValue | undefined,
): number | undefined {
  return value === undefined
    ? undefined
    : durationToMilliseconds(
        readDurationFromConfig(new ConfigReader({ [key]: value }), { key }),
      );
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
