import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import {
  EngineeringOwnerSourcesExtensionPoint,
  engineeringOwnerSourcesExtensionPoint,
  OnCallSource,
} from '@engineering-owner/backstage-plugin-node';
import module from '.';

/** What a backend would be told by the module. */
class RecordedSources implements EngineeringOwnerSourcesExtensionPoint {
  readonly onCall: OnCallSource[] = [];
  readonly misconfigured: Array<{ source: SourceRef; problem: Problem }> = [];
  addSliSource() {}
  addAlertSource() {}
  addOnCallSource(source: OnCallSource) {
    this.onCall.push(source);
  }
  addMisconfigured(source: SourceRef, problem: Problem) {
    this.misconfigured.push({ source, problem });
  }
}

async function start(engineeringOwner: JsonObject) {
  const sources = new RecordedSources();
  await startTestBackend({
    extensionPoints: [[engineeringOwnerSourcesExtensionPoint, sources]],
    features: [
      module,
      mockServices.rootConfig.factory({ data: { engineeringOwner } }),
    ],
  });
  return sources;
}

describe('the PagerDuty module', () => {
  it('adds a source for each account and reports the wrong one beside them', async () => {
    const { onCall, misconfigured } = await start({
      pagerduty: {
        accounts: [
          { name: 'shop', token: 'abc' },
          { name: 'broken' },
          {
            name: 'emea',
            region: 'eu',
            oauth: { clientId: 'i', clientSecret: 's', subdomain: 'acme' },
          },
        ],
      },
    });
    expect(onCall.map(({ source }) => source)).toEqual([
      { type: 'pagerduty', name: 'shop' },
      { type: 'pagerduty', name: 'emea' },
    ]);
    expect(misconfigured).toEqual([
      expect.objectContaining({
        source: { type: 'pagerduty', name: 'broken' },
      }),
    ]);
  });

  it.each([{}, { pagerduty: 'off' }, { pagerduty: { accounts: [] } }])(
    'starts without an account: %j',
    async section => {
      const { onCall } = await start(section);
      expect(onCall).toEqual([]);
    },
  );
});
