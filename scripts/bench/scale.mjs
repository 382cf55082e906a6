import { heapMebibytes, measureOnPostgres } from '../benchOnPostgres.mjs';
import { writeFigures } from '../benchReport.mjs';

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
  writeFigures('scale', describe(await measureOnPostgres('scale')));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
