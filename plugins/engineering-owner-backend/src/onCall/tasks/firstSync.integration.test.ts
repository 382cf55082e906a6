import {
  largeAccount,
  PagerDutySimulator,
  startPagerDutySimulator,
  steadyIncidents,
} from '@engineering-owner/demo-world';
import { component } from '../../__testUtils__/onCallSimulation';
import { startOnAccount } from '../../__testUtils__/startOnAccount';
import { historyDays } from './createHistoryTask';

jest.setTimeout(120_000);

const pageOf = 100;
const size = { services: 250, users: 120, policies: 25 };

describe('the first sync of an account', () => {
  let simulator: PagerDutySimulator;

  afterAll(async () => {
    await simulator?.close();
  });

  // The formula is that of docs/on-call.md.
  it('asks twice a day of its history and once more for each page', async () => {
    simulator = await startPagerDutySimulator({
      port: 0,
      account: largeAccount(size),
      history: cast =>
        steadyIncidents(cast, { count: 600, days: historyDays - 1 }),
    });
    const { state } = simulator;
    const plugin = await startOnAccount(simulator, {
      entities: [component('checkout')],
    });
    const history = async () => {
      const { body } = await plugin.get('/v1/sources');
      return body.sources[0].tasks.find(({ name }: { name: string }) =>
        name.startsWith('onCall.history'),
      );
    };
    for (let turn = 0; turn < 5; turn++) {
      if ((await history())?.progress === 1) {
        break;
      }
      await plugin.runAll();
    }
    expect(await history()).toMatchObject({ progress: 1 });

    const shifts = state.account.policies.reduce(
      (count, policy) =>
        count +
        state.roster.onCalls(
          policy,
          state.startedAt - historyDays * 86_400_000,
          state.startedAt + 28 * 86_400_000,
        ).length,
      0,
    );
    const rows =
      state.log.events().length +
      state.log.incidents().length +
      size.services +
      size.policies +
      size.users +
      shifts;
    expect(state.log.incidents()).toHaveLength(600);
    expect(state.requests.total).toBeLessThanOrEqual(
      2 * historyDays + rows / pageOf,
    );

    // Newest first: what was asked for goes back in time.
    const asked = state.requests
      .recent()
      .filter(({ path }) => path === '/incidents')
      .flatMap(({ query }) => new URLSearchParams(query).get('since') ?? []);
    expect(asked.length).toBeGreaterThanOrEqual(historyDays);
    expect(asked).toEqual([...asked].sort().reverse());
  });
});
