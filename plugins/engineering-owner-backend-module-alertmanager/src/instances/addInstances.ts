import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { EngineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import { AlertmanagerSource } from '../alerts/AlertmanagerSource';
import { AlertmanagerClient } from '../client/AlertmanagerClient';
import { readInstances } from './readInstances';

/** Adds a source for each configured instance, and a problem for each wrong one. */
export function addInstances(options: {
  config: Config;
  logger: LoggerService;
  sources: EngineeringOwnerSourcesExtensionPoint;
}): void {
  const { config, logger, sources } = options;
  const { instances, misconfigured } = readInstances(config);
  if (instances.length === 0 && misconfigured.length === 0) {
    logger.info(
      'No Alertmanager is configured under engineeringOwner.alertmanager.instances; silences are not known.',
    );
  }
  for (const { name, problem } of misconfigured) {
    logger.error(`Alertmanager "${name}" is not used: ${problem.message}`);
    sources.addMisconfigured({ type: 'alertmanager', name }, problem);
  }
  for (const instance of instances) {
    const client = new AlertmanagerClient(instance, logger);
    sources.addAlertSource(new AlertmanagerSource(instance, client));
    logger.info(
      `Reads Alertmanager "${instance.name}" at ${instance.baseUrl}.`,
    );
  }
}
