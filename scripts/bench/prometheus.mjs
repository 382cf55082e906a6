import fs from 'node:fs';
import path from 'node:path';
import { writeFigures } from '../benchReport.mjs';
import { run } from '../command.mjs';
import { onInterruption } from '../interruption.mjs';
import { keep, root } from '../place.mjs';
import { installPrograms } from '../setup/systemPackages.mjs';

const signal = onInterruption();
const file = path.join(keep, 'bench-prometheus.json');

async function measure() {
  const { env } = process;
  await installPrograms(['prometheus'], env, { signal });
  fs.mkdirSync(keep, { recursive: true });
  await run(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      path.join(root, 'plugins/engineering-owner-backend/dev/prometheus.ts'),
      file,
      ...process.argv.slice(2),
    ],
    { env: { ...env, NODE_ENV: 'production' }, signal },
  );
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

const sum = (all, pick) => all.reduce((total, each) => total + pick(each), 0);
const mean = (all, pick) => sum(all, pick) / all.length;
const round = (number, digits = 1) => number.toFixed(digits);

function describe({
  services,
  samples,
  coldStart,
  midnightHour,
  noonHour,
  naive,
}) {
  const cpu = each => each.cpuSeconds;
  const requests = each => each.requests;
  const hourOf = all => 60 * mean(all, cpu);
  const most = all => Math.max(...all.map(requests));
  const row = (name, all) =>
    `| ${name} | ${all.length} | ${round(mean(all, requests))} | ${most(
      all,
    )} | ${round(mean(all, cpu), 2)} | ${round(hourOf(all))} |`;
  const day = hourOf(midnightHour) + 23 * hourOf(noonHour);
  const naiveDay = 24 * hourOf(naive);
  return [
    `${services} services with one SLO over 30 days each, ${(
      samples / 1e6
    ).toFixed(0)} million samples in 32 days.`,
    '',
    '| way | minutes measured | requests a minute | at most | server CPU s a minute | an hour, × 60 |',
    '| --- | --- | --- | --- | --- | --- |',
    row('one query for each SLO and window', naive),
    row('the suite, the hour of midnight', midnightHour),
    row('the suite, the hour of noon', noonHour),
    '',
    `In a day the server spends ${round(
      naiveDay,
    )} s on the usual way and ${round(day)} s on the suite: **1/${Math.floor(
      naiveDay / day,
    )}**; in the dearest hour 1/${Math.floor(
      hourOf(naive) / hourOf(midnightHour),
    )}. A cold start, with the history of a month, took ${round(
      sum(coldStart, cpu),
    )} s of server CPU in ${sum(coldStart, requests)} requests.`,
  ].join('\n');
}

try {
  writeFigures('prometheus', describe(await measure()));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
