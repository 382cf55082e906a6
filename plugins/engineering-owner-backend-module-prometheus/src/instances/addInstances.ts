import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { EngineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import { PrometheusAlertSource } from '../alerts/PrometheusAlertSource';
import { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusHttp } from '../client/PrometheusHttp';
import { PrometheusSliSource } from '../slos/PrometheusSliSource';
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
      'No Prometheus is configured under engineeringOwner.prometheus.instances; SLOs and Prometheus alerts are off.',
    );
  }
  for (const { name, problem } of misconfigured) {
    logger.error(`Prometheus "${name}" is not used: ${problem.message}`);
    sources.addMisconfigured({ type: 'prometheus', name }, problem);
  }
  for (const instance of instances) {
    const http = new PrometheusHttp(instance, logger);
    const client = new PrometheusClient(http);
    sources.addSliSource(new PrometheusSliSource(instance, client));
    sources.addAlertSource(new PrometheusAlertSource(instance, client));
    logger.info(`Reads Prometheus "${instance.name}" at ${instance.baseUrl}.`);
  }
}
