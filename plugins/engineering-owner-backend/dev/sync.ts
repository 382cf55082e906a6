import { writeFileSync } from 'node:fs';
import { Entity } from '@backstage/catalog-model';
import { freePort, largeAccount } from '@engineering-owner/demo-world';
import { Knex } from 'knex';
import { component, user } from '../src/__testUtils__/onCallSimulation';
import { historyDays } from '../src/onCall/tasks/createHistoryTask';
import { Cost, costSince, now, postgresSeconds } from './scale/Cost';
import { freshDatabase, tableSizes } from './scale/database';
import { Latency, measureGets } from './scale/measureGets';
import { AccountOptions } from './sync/account';
import { openAccount } from './sync/openAccount';
import { startSync } from './sync/startSync';

const usage = `Measures the sync of a PagerDuty account on PostgreSQL.

  sync.ts <connection string> <result.json> [minutes]`;

const start = new Date('2026-03-18T10:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const source = 'pagerduty:default';
const tables = '^(on_call_|incident|webhook_)';

/** Accounts that are measured; the last pages one team for everything. */
const accounts = {
  few: { services: 100, policies: 10, users: 30, incidentsInAMonth: 200 },
  many: { services: 1000, policies: 100, users: 300, incidentsInAMonth: 2000 },
  shared: { services: 1000, policies: 1, users: 300, incidentsInAMonth: 2000 },
};

// eslint-disable-next-line no-console
const log = (line: string) => console.log(line);

/** What something took of everybody, and the requests it made. */
interface Spent extends Cost {
  postgresSeconds: number;
  requests: number;
}

type World = Awaited<ReturnType<typeof startWorld>>;

async function startWorld(
  server: string,
  name: string,
  size: (typeof accounts)[keyof typeof accounts],
) {
  const knex = await freshDatabase(server, `sync_${name}`);
  const known = largeAccount(size);
  let offset = start.getTime() - Date.now();
  const secret = 'of-the-subscription';
  const addresses = [...new Set(known.users.map(({ email }) => email))];
  const entities: Entity[] = [
    ...known.services.map(({ id }, index) =>
      component(`service-${index}`, { 'pagerduty.com/service-id': id }),
    ),
    ...addresses.map((email, index) => user(`user-${index}`, email)),
  ];
  const port = await freePort();
  const account = await openAccount({
    ...size,
    start: new Date(Date.now() + offset).toISOString(),
    incidents: size.incidentsInAMonth * 12,
    webhook: {
      // Where webhooks go is known before there is somebody who takes them.
      url: `http://127.0.0.1:${port}/v1/webhooks/pagerduty/default`,
      secret,
    },
  } satisfies AccountOptions);
  const sync = await startSync({
    knex,
    port,
    entities,
    clock: () => new Date(Date.now() + offset),
    account: {
      name: 'default',
      apiBaseUrl: account.url,
      token: 'demo',
      webhooks: { secrets: [secret] },
    },
  });
  return {
    ...sync,
    knex,
    names: known.services.map((_, index) => `service-${index}`),
    /** Lets time pass in which nothing runs. */
    async skip(milliseconds: number): Promise<number> {
      offset += milliseconds;
      return account.skip(milliseconds);
    },
    async stop() {
      await sync.stop();
      await account.close();
    },
  };
}

/** What some work took; the account's requests are counted after it. */
async function spentOn(
  world: World,
  requestsBefore: number,
  work: () => Promise<void>,
): Promise<Spent> {
  const before = await postgresSeconds(world.knex);
  const mark = now();
  await work();
  const cost = costSince(mark);
  return {
    ...cost,
    postgresSeconds: (await postgresSeconds(world.knex)) - before,
    requests: (await world.skip(0)) - requestsBefore,
  };
}

/** Everything an empty database has to read, minute by minute. */
async function firstSync(world: World) {
  let minutes = 0;
  let recent: { requests: number; minutes: number } | undefined;
  const watching = setInterval(async () => {
    const days = await daysRead(world).catch(() => 0);
    if (days >= 30) {
      clearInterval(watching);
      recent = { requests: await world.skip(0), minutes: minutes + 1 };
    }
  }, 100);
  const isDone = async () => {
    const shifts = await world.taskStatus.get(`onCall.pastShifts:${source}`);
    return shifts?.progress === 1 && (await daysRead(world)) >= historyDays;
  };
  const spent = await spentOn(world, 0, async () => {
    do {
      const began = performance.now();
      await world.cycle();
      minutes += 1;
      await world.skip(Math.max(0, MINUTE_MS - performance.now() + began));
    } while (!(await isDone()));
  }).finally(() => clearInterval(watching));
  return { ...spent, minutes, recent: recent ?? { ...spent, minutes } };
}

/** How many days before the change feed the history reaches back. */
async function daysRead({ cursors }: World): Promise<number> {
  const end = await cursors.get(source, 'history_end');
  const from = await cursors.get(source, 'history_start');
  return end && from ? (end.getTime() - from.getTime()) / DAY_MS : 0;
}

/** What an hour takes when all is read, with incidents at their usual rate. */
async function steadily(world: World, minutes: number) {
  const requestsBefore = await world.skip(0);
  let mostRequests = 0;
  let requests = requestsBefore;
  const spent = await spentOn(world, requestsBefore, async () => {
    for (let minute = 0; minute < minutes; minute++) {
      await world.skip(MINUTE_MS);
      await world.cycle();
      const soFar = await world.skip(0);
      mostRequests = Math.max(mostRequests, soFar - requests);
      requests = soFar;
    }
  });
  return { ...spent, minutes, mostRequests };
}

/**
 * As after 400 days: what was read of 90 is there four times, each time earlier.
 * Only where they are found by is changed, since nothing reads them here.
 */
async function growOld(knex: Knex): Promise<void> {
  const shifted = (column: string) =>
    `to_char(${column}::timestamptz at time zone 'UTC' - (${historyDays} * back) * interval '1 day',
       'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  await knex.raw(
    `insert into incidents
       (source_id, id, service_id, status, created_at, resolved_at, merged, read_at, data)
     select source_id, id || '-' || back, service_id, status,
       ${shifted('created_at')}, ${shifted(
      'resolved_at',
    )}, merged, read_at, data
     from incidents, generate_series(1, 3) as back where status = 'resolved'`,
  );
  await knex.raw(
    `insert into incident_events (source_id, id, incident_id, at, data)
     select source_id, id || '-' || back, incident_id || '-' || back,
       ${shifted('at')}, data
     from incident_events, generate_series(1, 3) as back`,
  );
  await knex.raw('vacuum analyze');
}

async function measureWorld(
  server: string,
  name: keyof typeof accounts,
  minutes: number,
) {
  const size = accounts[name];
  log(`${name}: ${JSON.stringify(size)}`);
  const world = await startWorld(server, name, size);
  const { knex } = world;
  try {
    const first = await firstSync(world);
    log(`first sync: ${JSON.stringify(first)}`);
    const steady = await steadily(world, minutes);
    log(`steady: ${JSON.stringify(steady)}`);
    await growOld(knex);
    const sizes = await tableSizes(knex, tables);
    const [{ count }] = await knex('incidents').count({ count: '*' });
    const path = (service: string) =>
      `/v1/entities/by-name/component/default/${service}/on-call`;
    const gets = async (times: number): Promise<Latency> =>
      measureGets({ url: world.url, names: world.names, path, count: times });
    await gets(100);
    const tab = await gets(1000);
    log(`GET p50 ${tab.p50.toFixed(1)} ms, p99 ${tab.p99.toFixed(1)} ms`);
    const firstLooks: number[] = [];
    for (let minute = 0; minute < 20; minute++) {
      await world.skip(MINUTE_MS);
      firstLooks.push((await gets(1)).p50);
    }
    const firstLook = firstLooks.sort((a, b) => a - b)[10];
    log(`GET p50 of a first look ${firstLook.toFixed(1)} ms`);
    return {
      size,
      first,
      steady,
      sizes,
      incidents: Number(count),
      tab,
      firstLook,
    };
  } finally {
    await world.stop();
  }
}

async function main([server, file, minutes = '60']: string[]) {
  if (!server || !file) {
    throw new Error(usage);
  }
  const result = {
    few: await measureWorld(server, 'few', 5),
    many: await measureWorld(server, 'many', Number(minutes)),
    shared: await measureWorld(server, 'shared', 5),
    historyDays,
    // Kilobytes, of the whole run.
    rssBytes: process.resourceUsage().maxRSS * 1024,
  };
  writeFileSync(file, JSON.stringify(result, null, 2));
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  error => {
    log(String(error?.stack ?? error));
    process.exit(1);
  },
);
