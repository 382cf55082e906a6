import { heapMebibytes, measureOnPostgres } from '../benchOnPostgres.mjs';
import { writeFigures } from '../benchReport.mjs';

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
  writeFigures('sync', describe(await measureOnPostgres('sync')));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
