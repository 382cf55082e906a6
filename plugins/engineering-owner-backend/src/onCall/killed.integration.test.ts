import {
  PagerDutySimulator,
  startPagerDutySimulator,
} from '@engineering-owner/demo-world';
import { Knex } from 'knex';
import { BackendProcess } from '../__testUtils__/BackendProcess';
import { testDatabases } from '../__testUtils__/databases';
import { HoldingProxy } from '../__testUtils__/HoldingProxy';
import { everyMinute } from '../ingest/IngestTask';
import { historyDays } from './tasks/createHistoryTask';

jest.setTimeout(360_000);

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const secret = 'of-the-subscription';
const account = 'pagerduty:default';

/** How long the platform takes to see that a task's process is gone. */
const janitorSeconds = 65;
const timeoutSeconds =
  'seconds' in everyMinute.timeout ? everyMinute.timeout.seconds ?? 0 : 0;

const databases = testDatabases();
const postgres = databases
  .eachSupportedId()
  .flat()
  .find(id => id.startsWith('POSTGRES'));

async function until(
  what: string,
  seconds: number,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + seconds * SECOND;
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new Error(`Not within ${seconds} s: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

const title = 'two backends on one PostgreSQL, of which one is killed';
const describeHere = postgres ? describe : describe.skip;

describeHere(
  postgres ? title : `${title}, skipped because there is no PostgreSQL`,
  () => {
    let knex: Knex;
    let simulator: PagerDutySimulator;
    const webhook = { url: '', secret };
    const proxies: HoldingProxy[] = [];
    const backends: BackendProcess[] = [];

    beforeAll(async () => {
      knex = await databases.init(postgres ?? 'POSTGRES_15');
      // Its time stands still, so that what it holds is the same at the end.
      const now = new Date(Math.floor(Date.now() / SECOND) * SECOND);
      simulator = await startPagerDutySimulator({
        port: 0,
        clock: () => now,
        webhook,
      });
    });

    afterAll(async () => {
      await Promise.all(backends.map(backend => backend.kill()));
      await Promise.all(proxies.map(proxy => proxy.close()));
      await simulator?.close();
    });

    async function startBackend(options: { holdAfter?: number } = {}) {
      const proxy = await HoldingProxy.start(simulator.url, options);
      proxies.push(proxy);
      const backend = await BackendProcess.start({
        backend: {
          auth: { dangerouslyDisableDefaultAuthPolicy: true },
          database: {
            client: 'pg',
            connection: knex.client.config.connection,
            pluginDivisionMode: 'schema',
            ensureSchemaExists: true,
          },
        },
        engineeringOwner: {
          pagerduty: {
            accounts: [
              {
                name: 'default',
                apiBaseUrl: proxy.url,
                token: 'demo',
                // Its runs are cut off before it gives up.
                timeout: { seconds: 60 },
                webhooks: { secrets: [secret] },
              },
            ],
          },
        },
      });
      backends.push(backend);
      await until('a backend is up', 90, () => backend.isUp());
      return {
        backend,
        proxy,
        webhooks: `${backend.url}/v1/webhooks/pagerduty/default`,
      };
    }

    const table = (name: string) =>
      knex.withSchema('engineering-owner').table(name);
    const cursor = async (name: string): Promise<string | undefined> =>
      (await table('on_call_cursors').where({ name }).first('at'))?.at;
    const deliveriesOf = (incidentId: string) =>
      table('webhook_deliveries').where({ incident_id: incidentId });
    const trigger = (of: string) =>
      simulator.state.trigger({
        serviceId: 'PCHKOUT',
        title: of,
        urgency: 'high',
      });

    it('lose nothing and double nothing, and the other goes on in time', async () => {
      // The directory, who is on call and the first days are read; then the
      // account answers nothing any more, with the history half read.
      const one = await startBackend({ holdAfter: 60 });
      webhook.url = one.webhooks;
      await until('the first backend waits', 90, () =>
        one.proxy.held.some(path => path.startsWith('/log_entries')),
      );
      const halfway = (await cursor('history_start')) ?? '';
      await until('it waits for the history', 90, () =>
        one.proxy.held.some(path =>
          path.includes(`until=${encodeURIComponent(halfway)}`),
        ),
      );
      const other = await startBackend();

      // A webhook that is answered: the incident it names is being read.
      const answered = trigger('Answered before the kill');
      await until('the first delivery is claimed', 10, async () =>
        Boolean(
          await deliveriesOf(answered).whereNotNull('claimed_at').first(),
        ),
      );
      expect(await table('incidents').where({ id: answered })).toEqual([]);

      // And one that is not: it is being stored.
      const lock = await knex.transaction();
      await lock.raw(
        'lock table "engineering-owner".webhook_deliveries in share mode',
      );
      const unanswered = trigger('Not answered before the kill');
      await until('the second delivery is being stored', 10, async () => {
        const { rows } = await knex.raw(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock'
           and query like '%webhook_deliveries%'`,
        );
        return rows.length > 0;
      });
      await one.backend.kill();
      const killedAt = Date.now();
      await lock.rollback();
      webhook.url = other.webhooks;

      expect(await deliveriesOf(unanswered)).toEqual([]);
      await until(
        'the second webhook is delivered again and read',
        60,
        async () =>
          Boolean(await table('incidents').where({ id: unanswered }).first()),
      );

      const limit = timeoutSeconds + janitorSeconds;
      const left = () => limit - (Date.now() - killedAt) / SECOND;
      await until(
        'the other goes on with the history',
        left(),
        async () => ((await cursor('history_start')) ?? '') < halfway,
      );
      await until('the other reads what the first was reading', 130, async () =>
        Boolean(await table('incidents').where({ id: answered }).first()),
      );
      const end = Date.parse((await cursor('history_end')) ?? '');
      const goal = new Date(end - historyDays * DAY).toISOString();
      await until(
        'the history is whole',
        90,
        async () => ((await cursor('history_start')) ?? '') <= goal,
      );
      await until('all deliveries are done', 120, async () => {
        const pending = await table('webhook_deliveries').whereNull('done_at');
        return pending.length === 0;
      });

      const truth = simulator.state.log
        .incidents()
        .filter(({ events }) => new Date(events[0].at).toISOString() > goal);
      expect(truth.length).toBeGreaterThan(100);
      const incidents = await table('incidents')
        .where({ source_id: account })
        .andWhere('created_at', '>', goal);
      expect(incidents.map(({ id }) => id).sort()).toEqual(
        truth.map(({ events }) => events[0].incidentId).sort(),
      );
      const statuses = new Map(incidents.map(({ id, status }) => [id, status]));
      for (const { events, state } of truth) {
        expect([
          events[0].incidentId,
          statuses.get(events[0].incidentId),
        ]).toEqual([events[0].incidentId, state.status]);
      }
      const events = await table('incident_events')
        .where({ source_id: account })
        .andWhere('at', '>', goal);
      expect(events.map(({ id }) => id).sort()).toEqual(
        simulator.state.log
          .events()
          .filter(({ at }) => new Date(at).toISOString() > goal)
          .map(({ id }) => id)
          .sort(),
      );
      for (const id of [answered, unanswered]) {
        const deliveries = await deliveriesOf(id).select('event');
        const told = deliveries.map(({ event }) => event);
        expect(told).toContain('incident.triggered');
        expect(new Set(told).size).toBe(told.length);
      }
    });
  },
);
