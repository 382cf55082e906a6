import { writeFileSync } from 'node:fs';
import { Knex } from 'knex';
import { Cost, costSince, now, postgresSeconds } from './scale/Cost';
import { freshDatabase, tableSizes } from './scale/database';
import { Latency, measureGets } from './scale/measureGets';
import { seedLedger } from './scale/seedLedger';
import { startWorld } from './scale/startWorld';

const usage = `Measures the SLO domain with many entities on PostgreSQL.

  scale.ts <connection string> <result.json> [entities] [cycles]`;

/** Across a midnight, so that the ledger's day is closed in it. */
const start = new Date('2026-11-23T23:39:40Z');

const sloTables = '^(sl._|ledger_)';

/** A pause of the machine spoils the quantiles of one series, not their median. */
const getSeries = 5;

/** What a task cost in one cycle, with the server. */
interface PhaseCost extends Cost {
  postgresSeconds: number;
}

// eslint-disable-next-line no-console
const log = (line: string) => console.log(line);

type World = Awaited<ReturnType<typeof startWorld>>;

/** Runs every task once, as in one minute, and says what each cost. */
async function cycle(
  world: World,
  knex: Knex,
): Promise<Record<string, PhaseCost>> {
  const costs: Record<string, PhaseCost> = {};
  for (const task of world.tasks) {
    world.source.takeSpent();
    const before = await postgresSeconds(knex);
    const mark = now();
    await world.run(task);
    const cost = costSince(mark);
    const source = world.source.takeSpent();
    costs[task.name.replace(/:.*/, '')] = {
      wallSeconds: cost.wallSeconds - source.wallSeconds,
      nodeSeconds: cost.nodeSeconds - source.nodeSeconds,
      postgresSeconds: (await postgresSeconds(knex)) - before,
    };
  }
  world.skip(60);
  return costs;
}

function describeCycle(costs: Record<string, PhaseCost>): string {
  return Object.entries(costs)
    .map(
      ([name, cost]) =>
        `${name} ${cost.wallSeconds.toFixed(
          2,
        )} s (node ${cost.nodeSeconds.toFixed(
          2,
        )}, postgres ${cost.postgresSeconds.toFixed(2)})`,
    )
    .join('  ');
}

function medianOf(series: Latency[]): Latency {
  const median = (pick: (latency: Latency) => number) =>
    series.map(pick).sort((a, b) => a - b)[Math.floor(series.length / 2)];
  return { p50: median(({ p50 }) => p50), p99: median(({ p99 }) => p99) };
}

/** Cold start, then a history as after a month, then the windows above it. */
async function warmUp(world: World, knex: Knex) {
  const cold = await cycle(world, knex);
  log(`cold start: ${describeCycle(cold)}`);
  const held = await knex('ledger_days').max('day as day').first();
  // Only whole days serve as a model, and the back-fill reads newest first.
  await knex('ledger_entries').where('day', '<>', '2026-11-22').delete();
  await knex('ledger_days').where('day', '<>', '2026-11-22').delete();
  if (!held?.day) {
    throw new Error('The back-fill has read no day');
  }
  await seedLedger(knex, { like: '2026-11-22', days: 31 });
  await knex.raw('vacuum full ledger_entries');
  await knex('sli_windows').update({ ledger_changed: true });
  for (let i = 0; i < 6; i++) {
    await cycle(world, knex);
  }
  await knex.raw('vacuum analyze');
  return cold;
}

async function measureWorld(
  server: string,
  options: { entityCount: number; cycles: number },
) {
  const { entityCount, cycles } = options;
  const knex = await freshDatabase(server, `scale_${entityCount}`);
  const world = await startWorld({ knex, entityCount, start });
  try {
    log(`${entityCount} entities`);
    const coldStart = await warmUp(world, knex);
    const costs: Array<Record<string, PhaseCost>> = [];
    let sizesAfterFirst: Record<string, number> = {};
    for (let i = 0; i < cycles; i++) {
      const at = world.now().toISOString().slice(11, 16);
      costs.push(await cycle(world, knex));
      log(`${at} ${describeCycle(costs[i])}`);
      if (i === 0) {
        sizesAfterFirst = await tableSizes(knex, sloTables);
      }
    }
    const sizes = await tableSizes(knex, sloTables);
    const path = (name: string) =>
      `/v1/entities/by-name/component/default/${name}/slos`;
    const gets = async (count: number): Promise<Latency> =>
      measureGets({ url: world.url, names: world.names, path, count });
    await gets(100);
    const series: Latency[] = [];
    for (let i = 0; i < getSeries; i++) {
      series.push(await gets(1000));
    }
    const tab = medianOf(series);
    log(`GET p50 ${tab.p50.toFixed(1)} ms, p99 ${tab.p99.toFixed(1)} ms`);
    return { entityCount, coldStart, costs, sizesAfterFirst, sizes, tab };
  } finally {
    await world.stop();
  }
}

async function main([
  server,
  file,
  entities = '10000',
  cycles = '60',
]: string[]) {
  if (!server || !file) {
    throw new Error(usage);
  }
  const few = await measureWorld(server, { entityCount: 100, cycles: 5 });
  const many = await measureWorld(server, {
    entityCount: Number(entities),
    cycles: Number(cycles),
  });
  // Kilobytes, of the whole run, with the answers the source makes up.
  const rssBytes = process.resourceUsage().maxRSS * 1024;
  writeFileSync(file, JSON.stringify({ few, many, rssBytes }, null, 2));
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  error => {
    log(String(error?.stack ?? error));
    process.exit(1);
  },
);
