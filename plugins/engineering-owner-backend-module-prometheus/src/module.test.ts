import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  EngineeringOwnerSourcesExtensionPoint,
  engineeringOwnerSourcesExtensionPoint,
  SliSource,
} from '@engineering-owner/backstage-plugin-node';
import { prometheusModule } from './module';

async function start(data: JsonObject) {
  const sli: SliSource[] = [];
  const alerts: AlertSource[] = [];
  const misconfigured: Array<{ source: SourceRef; problem: Problem }> = [];
  const sources: EngineeringOwnerSourcesExtensionPoint = {
    addSliSource: source => sli.push(source),
    addAlertSource: source => alerts.push(source),
    addOnCallSource: () => {},
    addMisconfigured: (source, problem) =>
      misconfigured.push({ source, problem }),
  };
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    extensionPoints: [[engineeringOwnerSourcesExtensionPoint, sources]],
    features: [
      prometheusModule,
      mockServices.rootConfig.factory({ data }),
      logger.factory,
    ],
  });
  await backend.stop();
  return { sli, alerts, misconfigured, logger };
}

describe('The module', () => {
  it('starts a right instance beside a wrong one, and says which is wrong', async () => {
    const { sli, alerts, misconfigured, logger } = await start({
      engineeringOwner: {
        prometheus: {
          instances: [
            { name: 'wrong', baseUrl: 'nowhere' },
            {
              name: 'right',
              baseUrl: 'http://prometheus:9090',
              alerts: { entityLabel: 'app' },
            },
          ],
        },
      },
    });
    expect(sli.map(({ source }) => source)).toEqual([
      { type: 'prometheus', name: 'right' },
    ]);
    expect(
      alerts.map(({ source, entityLabel }) => [source.name, entityLabel]),
    ).toEqual([['right', 'app']]);
    expect(misconfigured).toMatchObject([
      { source: { type: 'prometheus', name: 'wrong' } },
    ]);
    expect(logger.error).toHaveBeenCalledWith(
      'Prometheus "wrong" is not used: engineeringOwner.prometheus.instances[0].baseUrl: expected an address such as http://prometheus:9090, found "nowhere"',
    );
  });

  it('is off, with a line in the log, without a section', async () => {
    const { sli, misconfigured, logger } = await start({});
    expect([sli, misconfigured]).toEqual([[], []]);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('No Prometheus is configured'),
    );
  });
});
