import {
  largeAccount,
  PagerDutySimulator,
  startPagerDutySimulator,
} from '@engineering-owner/demo-world';
import { component } from '../../__testUtils__/onCallSimulation';
import { startOnAccount } from '../../__testUtils__/startOnAccount';

jest.setTimeout(300_000);

const MINUTE = 60_000;
const MONTH = 30 * 24 * 60 * MINUTE;
/** What docs/on-call.md promises, on average over an hour. */
const requestsPerMinute = 20;
const size = { services: 1_000, users: 300, incidentsInAMonth: 2_000 };

// As many policies as teams have, and the most: one for each service.
describe.each([100, size.services])(
  `an account of ${size.services} services, %d policies and ${size.incidentsInAMonth} incidents a month`,
  policies => {
    let simulator: PagerDutySimulator;
    let plugin: Awaited<ReturnType<typeof startOnAccount>>;

    beforeAll(async () => {
      // Only the clock: everything that waits waits for real.
      jest.useFakeTimers({
        now: new Date('2026-03-18T10:00:00Z'),
        doNotFake: [
          'clearImmediate',
          'clearInterval',
          'clearTimeout',
          'hrtime',
          'nextTick',
          'performance',
          'queueMicrotask',
          'setImmediate',
          'setInterval',
          'setTimeout',
        ],
      });
      const webhook = { url: 'http://127.0.0.1:9', secret: 'demo' };
      simulator = await startPagerDutySimulator({
        port: 0,
        account: largeAccount({ ...size, policies }),
        liveEvery: MONTH / size.incidentsInAMonth,
        webhook,
      });
      plugin = await startOnAccount(simulator, {
        entities: [component('checkout')],
        account: { webhooks: { secrets: ['demo'] } },
      });
      webhook.url = `http://127.0.0.1:${plugin.backend.server.port()}/api/engineering-owner/v1/webhooks/pagerduty/default`;
      await plugin.runAll();
    });

    afterAll(async () => {
      jest.useRealTimers();
      await simulator?.close();
    });

    const accountOf = async () => {
      const { body } = await plugin.get('/v1/sources');
      return body.sources.find(
        ({ id }: { id: string }) => id === 'pagerduty:default',
      );
    };

    it(`is asked at most ${requestsPerMinute} times a minute from then on`, async () => {
      const minutes = 60;
      const before = simulator.state.requests.total;
      for (let minute = 0; minute < minutes; minute++) {
        jest.setSystemTime(Date.now() + MINUTE);
        await plugin.runAll();
        await simulator.webhooksSettled();
      }
      const asked = simulator.state.requests.total - before;

      // As many incidents as that opened, and nothing was waited for.
      const account = await accountOf();
      expect(account.state).toBe('ok');
      expect(account.webhooks).toMatchObject({ state: 'ok', pending: 0 });
      expect(account.webhooks.accepted).toBeGreaterThan(4);
      expect(asked / minutes).toBeLessThanOrEqual(requestsPerMinute);
    });
  },
);
