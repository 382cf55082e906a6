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
const file = path.join(keep, 'bench-sync.json');

/** Given more, Node.js collects garbage so rarely that all of it is taken. */
const heapMebibytes = 768;
const processes = new Processes({ logs: path.join(keep, 'bench-logs') });

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
        path.join(root, 'plugins/engineering-owner-backend/dev/sync.ts'),
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

const names = {
  few: '100 services, 10 policies, 200 incidents a month',
  many: '1,000 services, 100 policies, 2,000 incidents a month',
  shared: '1,000 services, one policy, 2,000 incidents a month',
};
const accounts = Object.keys(names);
const number = value => value.toLocaleString('en-US');
const seconds = value => value.toFixed(1);
const milliseconds = value => value.toFixed(1);
const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`;

function tableOfFirst(result) {
  return [
    '| first sync | requests | the last 30 days after | seconds of work | CPU s backend | CPU s PostgreSQL | minutes of the portal |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...accounts.map(name => {
      const { first } = result[name];
      return `| ${names[name]} | ${number(first.requests)} | ${number(
        first.recent.requests,
      )} requests | ${seconds(first.wallSeconds)} | ${seconds(
        first.nodeSeconds,
      )} | ${seconds(first.postgresSeconds)} | ${first.minutes} |`;
    }),
  ];
}

function tableOfSteady(result) {
  return [
    '| from then on | minutes | requests a minute | at most | CPU ms a minute backend | PostgreSQL |',
    '| --- | --- | --- | --- | --- | --- |',
    ...accounts.map(name => {
      const { steady } = result[name];
      const aMinute = value => value / steady.minutes;
      return `| ${names[name]} | ${steady.minutes} | ${aMinute(
        steady.requests,
      ).toFixed(1)} | ${steady.mostRequests} | ${(
        aMinute(steady.nodeSeconds) * 1000
      ).toFixed(0)} | ${(aMinute(steady.postgresSeconds) * 1000).toFixed(0)} |`;
    }),
  ];
}

function tableOfGets(result) {
  return [
    '| GET of the On-call tab | incidents stored | p50 ms | p99 ms | first of a minute, p50 ms |',
    '| --- | --- | --- | --- | --- |',
    ...accounts.map(name => {
      const { incidents, tab, firstLook } = result[name];
      return `| ${names[name]} | ${number(incidents)} | ${milliseconds(
        tab.p50,
      )} | ${milliseconds(tab.p99)} | ${milliseconds(firstLook)} |`;
    }),
  ];
}

function tableOfSizes({ many }) {
  return [
    `| table, with indexes | ${number(many.incidents)} incidents |`,
    '| --- | --- |',
    ...Object.entries(many.sizes).map(
      ([name, bytes]) => `| \`${name}\` | ${megabytes(bytes)} |`,
    ),
  ];
}

function describe(result) {
  return [
    ...tableOfFirst(result),
    '',
    ...tableOfSteady(result),
    '',
    ...tableOfGets(result),
    '',
    ...tableOfSizes(result),
    '',
    `Most memory the process held, with its heap limited to ${heapMebibytes} MiB: ${(
      result.rssBytes /
      2 ** 20
    ).toFixed(0)} MiB.`,
  ].join('\n');
}

try {
  writeFigures('sync', describe(await measure()));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
