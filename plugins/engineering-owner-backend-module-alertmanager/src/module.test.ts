import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  EngineeringOwnerSourcesExtensionPoint,
  engineeringOwnerSourcesExtensionPoint,
} from '@engineering-owner/backstage-plugin-node';
import { alertmanagerModule } from './module';

async function start(data: JsonObject) {
  const alerts: AlertSource[] = [];
  const misconfigured: Array<{ source: SourceRef; problem: Problem }> = [];
  const sources: EngineeringOwnerSourcesExtensionPoint = {
    addSliSource: () => {},
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
      alertmanagerModule,
      mockServices.rootConfig.factory({ data }),
      logger.factory,
    ],
  });
  await backend.stop();
  return { alerts, misconfigured, logger };
}

describe('The module', () => {
  it('starts a right instance beside a wrong one, and says which is wrong', async () => {
    const { alerts, misconfigured, logger } = await start({
      engineeringOwner: {
        alertmanager: {
          instances: [
            { name: 'wrong', baseUrl: 'nowhere' },
            {
              name: 'right',
              baseUrl: 'http://alertmanager:9093',
              entityLabel: 'app',
            },
          ],
        },
      },
    });
    expect(
      alerts.map(({ source, entityLabel }) => [source.name, entityLabel]),
    ).toEqual([['right', 'app']]);
    expect(misconfigured).toMatchObject([
      { source: { type: 'alertmanager', name: 'wrong' } },
    ]);
    expect(logger.error).toHaveBeenCalledWith(
      'Alertmanager "wrong" is not used: engineeringOwner.alertmanager.instances[0].baseUrl: expected an address such as http://alertmanager:9093, found "nowhere"',
    );
  });

  it('is off, with a line in the log, without a section', async () => {
    const { alerts, misconfigured, logger } = await start({});
    expect([alerts, misconfigured]).toEqual([[], []]);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('No Alertmanager is configured'),
    );
  });
});
