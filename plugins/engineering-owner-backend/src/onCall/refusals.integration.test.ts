import pagerDutyModule from '@engineering-owner/backstage-plugin-backend-module-pagerduty';
import {
  PagerDutySimulator,
  PagerDutyState,
  startPagerDutySimulator,
} from '@engineering-owner/demo-world';
import { component } from '../__testUtils__/onCallSimulation';
import { startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(60_000);

type Fault = Parameters<PagerDutyState['faults']['set']>[0];

const onCallOf = (name: string) =>
  `/v1/entities/by-name/component/default/${name}/on-call`;
const serviceIn = (account: string) => ({
  'pagerduty.com/service-id': 'PCHKOUT',
  'pagerduty.com/account': account,
});

describe('a PagerDuty account that refuses, beside one that does not', () => {
  const simulators: PagerDutySimulator[] = [];

  afterEach(() =>
    Promise.all(simulators.splice(0).map(simulator => simulator.close())),
  );

  async function start(faultsFromTheStart: Fault[]) {
    const open = async () => {
      const simulator = await startPagerDutySimulator({
        port: 0,
        history: false,
        liveEvery: 86_400_000,
      });
      simulator.state.trigger({
        serviceId: 'PCHKOUT',
        title: 'Down',
        urgency: 'high',
      });
      simulators.push(simulator);
      return simulator;
    };
    const [refusing, other] = [await open(), await open()];
    faultsFromTheStart.forEach(fault => refusing.state.faults.set(fault));
    const plugin = await startPlugin({
      entities: [
        component('checkout', serviceIn('refusing')),
        component('elsewhere', serviceIn('other')),
      ],
      config: {
        engineeringOwner: {
          pagerduty: {
            accounts: [
              { name: 'refusing', apiBaseUrl: refusing.url, token: 'demo' },
              { name: 'other', apiBaseUrl: other.url, token: 'demo' },
            ],
          },
        },
      },
      features: [pagerDutyModule],
    });
    const sectionsOf = async (name: string) => {
      const { body } = await plugin.get(onCallOf(name));
      const { incidents, escalation } = body.sections;
      return { body, incidents, escalation };
    };
    // Services are known after the first turn, what is of them after the second.
    await plugin.runAll();
    return { ...plugin, faults: refusing.state.faults, sectionsOf };
  }

  it.each<[string, Fault, 'incidents' | 'escalation', string]>([
    [
      '402 for who is on call',
      { kind: 'missing_ability', pathPrefix: '/oncalls' },
      'escalation',
      'does not have the ability',
    ],
    [
      '403 for who is on call',
      { kind: 'missing_scope', pathPrefix: '/oncalls' },
      'escalation',
      'oncalls.read',
    ],
    [
      '403 for the log',
      { kind: 'missing_scope', pathPrefix: '/log_entries' },
      'incidents',
      'incidents.read',
    ],
    [
      '403 for services',
      { kind: 'missing_scope', pathPrefix: '/services' },
      'escalation',
      'services.read',
    ],
  ])(
    'by %s says so in that section only, and goes on without a restart',
    async (_, fault, section, words) => {
      const { faults, sectionsOf, runAll } = await start([fault]);
      const { body, ...sections } = await sectionsOf('checkout');
      expect(sections[section].problem?.message).toContain(words);
      const another = section === 'incidents' ? 'escalation' : 'incidents';
      expect(sections[another]).not.toHaveProperty('problem');
      const elsewhere = await sectionsOf('elsewhere');
      expect([elsewhere.incidents, elsewhere.escalation]).toMatchObject([
        { state: 'ok' },
        { state: 'ok' },
      ]);
      expect(elsewhere.body.incidents.open).toHaveLength(1);

      faults.clear();
      await runAll();
      await runAll();
      const after = await sectionsOf('checkout');
      for (const each of [after.incidents, after.escalation]) {
        expect(each).toMatchObject({ state: 'ok' });
        expect(each).not.toHaveProperty('problem');
      }
      expect(after.body.incidents.open).toHaveLength(1);
      expect(after.body.escalation[0].levels[0].onCall).toHaveLength(1);
    },
  );

  it('since its token was revoked keeps what it has, and goes on when it is put right', async () => {
    const { faults, sectionsOf, runAll, get } = await start([]);
    faults.set({ kind: 'revoked_token' });
    await runAll();
    const revoked = await sectionsOf('checkout');
    expect(revoked.incidents.problem.message).toContain(
      'check engineeringOwner.pagerduty.accounts[0].token',
    );
    expect(revoked.body.incidents.open).toHaveLength(1);
    const stateOf = async () => {
      const { body } = await get('/v1/sources');
      return Object.fromEntries(
        body.sources.map(({ name, state }: Record<string, string>) => [
          name,
          state,
        ]),
      );
    };
    expect(await stateOf()).toMatchObject({ refusing: 'failing', other: 'ok' });

    faults.clear();
    await runAll();
    expect(await stateOf()).toMatchObject({ refusing: 'ok', other: 'ok' });
    expect((await sectionsOf('checkout')).incidents).not.toHaveProperty(
      'problem',
    );
  });
});
