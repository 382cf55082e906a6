import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startPrometheus } from '@engineering-owner/demo-world';
import { askNaively } from './prometheus/askNaively';
import { startReading } from './prometheus/startReading';
import { writeHistory } from './prometheus/writeHistory';

const usage = `Measures what a Prometheus spends on many SLOs.

  prometheus.ts <result.json> [services] [minutes] [naive rounds]`;

/** Across a midnight, so that the ledger's day is closed in it. */
const start = new Date('2026-04-10T23:40:40Z');

/** In the middle of the day that follows. */
const noon = new Date('2026-04-11T11:19:40Z');
const DAY = 86_400;

/** Turns until the history is filled and all windows were read above it. */
const warmUpMinutes = 12;

/** How long after the last measured minute there are samples, in seconds. */
const marginSeconds = 1800;

/** Linux counts CPU time in these. */
const ticksPerSecond = 100;

// eslint-disable-next-line no-console
const log = (line: string) => console.log(line);

/** CPU seconds a process has spent. */
function cpuOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** What was spent on something, with the number of its requests. */
interface Spent {
  requests: number;
  cpuSeconds: number;
  wallSeconds: number;
}

async function spentOn(
  pid: number,
  work: () => Promise<number>,
): Promise<Spent> {
  const cpu = cpuOf(pid);
  const wall = performance.now();
  const requests = await work();
  return {
    requests,
    cpuSeconds: cpuOf(pid) - cpu,
    wallSeconds: (performance.now() - wall) / 1000,
  };
}

async function main([
  file,
  services = '1000',
  minutes = '60',
  rounds = '3',
]: string[]) {
  if (!file) {
    throw new Error(usage);
  }
  const names = Array.from(
    { length: Number(services) },
    (_, index) => `service-${index}`,
  );
  const directory = mkdtempSync(join(tmpdir(), 'bench-prometheus-'));
  const databaseDir = join(directory, 'data');
  const configFile = join(directory, 'prometheus.yml');
  try {
    mkdirSync(databaseDir);
    writeFileSync(configFile, 'global: {}\n');
    const now = start.getTime() / 1000;
    const samples = await writeHistory({
      names,
      span: {
        from: now - 32 * DAY,
        to: noon.getTime() / 1000 + Number(minutes) * 60 + marginSeconds,
      },
      databaseDir,
      textDir: directory,
      onProgress: done => log(`history: ${Math.round(done * 100)} %`),
    });
    const prometheus = await startPrometheus({
      databaseDir,
      configFile,
      port: await freePort(),
    });
    const { pid, url } = prometheus;
    const world = await startReading({ names, url, start });
    try {
      const turn = () =>
        spentOn(pid, async () => {
          const before = world.requests();
          await world.cycle();
          return world.requests() - before;
        });
      const turns = async (count: number) => {
        const spent: Spent[] = [];
        for (let i = 0; i < count; i++) {
          const at = world.now().toISOString().slice(11, 16);
          spent.push(await turn());
          log(`${at} ${JSON.stringify(spent[i])}`);
        }
        return spent;
      };
      const coldStart = await turns(warmUpMinutes);
      const midnightHour = await turns(Number(minutes));
      world.skipTo(noon);
      await turns(warmUpMinutes);
      const noonHour = await turns(Number(minutes));
      const naive: Spent[] = [];
      for (let i = 0; i < Number(rounds); i++) {
        const at = new Date(start.getTime() + i * 60_000);
        naive.push(await spentOn(pid, () => askNaively(url, names, at)));
        log(`naive: ${JSON.stringify(naive[i])}`);
      }
      const result = {
        services: names.length,
        samples,
        coldStart,
        midnightHour,
        noonHour,
        naive,
      };
      writeFileSync(file, JSON.stringify(result, null, 2));
    } finally {
      await world.stop();
      await prometheus.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  error => {
    log(String(error?.stack ?? error));
    process.exit(1);
  },
);
