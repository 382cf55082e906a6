import { Config } from '@backstage/config';
import {
  readServerList,
  toServer,
  withoutSlash,
} from '@engineering-owner/backstage-plugin-node/http';
import { AlertmanagerInstance } from './instance';
import { InstanceConfig, instanceSchema } from './instanceSchema';

/** The configured instances. A wrong entry takes only itself out. */
export function readInstances(config: Config) {
  return readServerList(config, {
    section: 'engineeringOwner.alertmanager',
    schema: instanceSchema,
    build: toInstance,
  });
}

function toInstance(entry: InstanceConfig, at: string): AlertmanagerInstance {
  const { publicUrl, filter, replicaLabels, entityLabel } = entry;
  return {
    ...toServer(entry, at),
    ...(publicUrl && { publicUrl: withoutSlash(publicUrl) }),
    filter,
    replicaLabels,
    entityLabel,
  };
}
