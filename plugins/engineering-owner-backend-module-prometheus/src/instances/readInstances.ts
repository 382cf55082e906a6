import { Config } from '@backstage/config';
import {
  readDuration,
  readServerList,
  toServer,
  withoutSlash,
} from '@engineering-owner/backstage-plugin-node/http';
import { prometheusPage } from '../slos/links/withLinks';
import { PrometheusInstance } from './instance';
import { InstanceConfig, instanceSchema } from './instanceSchema';
import { readLinks } from './readLinks';

/** The configured instances. A wrong entry takes only itself out. */
export function readInstances(config: Config) {
  return readServerList(config, {
    section: 'engineeringOwner.prometheus',
    schema: instanceSchema,
    build: toInstance,
  });
}

function toInstance(
  entry: InstanceConfig,
  at: string,
  refuse: (name: string, message: string) => void,
): PrometheusInstance {
  const { links, problems } = readLinks(entry.links, `${at}.links`);
  problems.forEach(({ message }, n) =>
    refuse(`${entry.name}, link ${n + 1}`, message),
  );
  return {
    ...toServer(entry, at),
    links: entry.publicUrl
      ? [...links, prometheusPage(withoutSlash(entry.publicUrl))]
      : links,
    evaluationDelaySeconds:
      readDuration(entry.evaluationDelay, `${at}.evaluationDelay`, {
        fallback: 30_000,
        least: 0,
        most: 600_000,
        expected: 'from 0 seconds to 10 minutes',
      }) / 1000,
    replicaLabels: entry.replicaLabels,
    alerts: entry.alerts,
  };
}
