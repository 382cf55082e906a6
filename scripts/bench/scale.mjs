import fs from 'node:fs';
import path from 'node:path';
import { writeFigures } from '../benchReport.mjs';
import { run } from '../command.mjs';
import { onInterruption } from '../interruption.mjs';
import { keep, root } from '../place.mjs';
import { Processes } from '../processes.mjs';
import { step } from '../progress.mjs';
import { installPrograms } from '../setup/systemPackages.mjs';
import { startPostgres } from '../testing/postgres.mjs';

const signal = onInterruption();
const file = path.join(keep, 'bench-scale.json');
const processes = new Processes({ logs: path.join(keep, 'bench-logs') });

/** Given more, Node.js collects garbage so rarely that all of it is taken. */
const heapMebibytes = 768;

async function measure() {
  const { env } = process;
  await installPrograms(['postgresql'], env, { signal });
  const postgres = await step('Starting PostgreSQL', news =>
    startPostgres({ processes, env, signal, news, durable: true }),
  );
  try {
    await run(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        path.join(root, 'plugins/engineering-owner-backend/dev/scale.ts'),
        postgres.url,
        file,
        ...process.argv.slice(2),
      ],
      {
        env: {
          ...env,
          NODE_ENV: 'production',
          NODE_OPTIONS: `--max-old-space-size=${heapMebibytes}`,
        },
        signal,
      },
    );
  } finally {
    await processes.endAll();
    postgres.remove();
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

const phases = {
  'slos.documents': 'documents (none here)',
  'slos.members': 'who has which objective',
  'slos.read': 'windows, alert pairs, verdicts',
  'slos.ledger': 'hours and days of the ledger',
  'slos.backfill': 'history (nothing to do)',
};
const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = number => number.toFixed(2);
const sum = numbers => numbers.reduce((all, number) => all + number, 0);
const cpu = cost => cost.nodeSeconds + cost.postgresSeconds;

function tableOfPhases({ costs }) {
  const rowOf = (title, picked) => {
    const mean = pick => seconds(sum(picked.map(pick)) / picked.length);
    const most = Math.max(...picked.map(cpu));
    return `| ${title} | ${mean(cost => cost.wallSeconds)} | ${mean(
      cost => cost.nodeSeconds,
    )} | ${mean(cost => cost.postgresSeconds)} | ${seconds(most)} |`;
  };
  const totals = costs.map(cycle => ({
    wallSeconds: sum(Object.values(cycle).map(cost => cost.wallSeconds)),
    nodeSeconds: sum(Object.values(cycle).map(cost => cost.nodeSeconds)),
    postgresSeconds: sum(
      Object.values(cycle).map(cost => cost.postgresSeconds),
    ),
  }));
  return [
    '| seconds a cycle | wall | CPU backend | CPU PostgreSQL | CPU of the dearest cycle |',
    '| --- | --- | --- | --- | --- |',
    ...Object.keys(costs[0]).map(name =>
      rowOf(
        phases[name] ?? name,
        costs.map(cycle => cycle[name]),
      ),
    ),
    rowOf('**all**', totals),
  ];
}

function tableOfSizes({ sizes, sizesAfterFirst, costs }) {
  const row = (name, first, last) =>
    `| ${name} | ${megabytes(first)} | ${megabytes(last)} | ${(
      last / first
    ).toFixed(2)} |`;
  return [
    `| table, with indexes | after 1 cycle | after ${costs.length} | ratio |`,
    '| --- | --- | --- | --- |',
    ...Object.entries(sizes).map(([name, bytes]) =>
      row(`\`${name}\``, sizesAfterFirst[name], bytes),
    ),
    row(
      '**all**',
      sum(Object.values(sizesAfterFirst)),
      sum(Object.values(sizes)),
    ),
  ];
}

function describe({ few, many, rssBytes }) {
  const get = ({ entityCount, tab }) =>
    `| ${entityCount} | ${tab.p50.toFixed(1)} | ${tab.p99.toFixed(1)} |`;
  return [
    ...tableOfPhases(many),
    '',
    ...tableOfSizes(many),
    '',
    '| entities | GET of a tab, p50 ms | p99 ms |',
    '| --- | --- | --- |',
    get(few),
    get(many),
    '',
    `Most memory the process held, with its heap limited to ${heapMebibytes} MiB: ${(
      rssBytes /
      2 ** 20
    ).toFixed(0)} MiB.`,
  ].join('\n');
}

try {
  writeFigures('scale', describe(await measure()));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
