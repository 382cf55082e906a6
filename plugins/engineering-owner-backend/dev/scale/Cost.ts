import { readdirSync, readFileSync } from 'node:fs';
import { Knex } from 'knex';

/** What something took. */
export interface Cost {
  wallSeconds: number;
  /** CPU of this process. */
  nodeSeconds: number;
}

/** A point in time, to measure from. */
export interface Mark {
  wall: number;
  cpu: number;
}

/** Linux counts CPU time in these. */
const ticksPerSecond = 100;

export function now(): Mark {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, cpu: (user + system) / 1e6 };
}

/** The cost since a mark, on top of another. */
export function costSince(
  start: Mark,
  before: Cost = { wallSeconds: 0, nodeSeconds: 0 },
): Cost {
  const end = now();
  return {
    wallSeconds: before.wallSeconds + end.wall - start.wall,
    nodeSeconds: before.nodeSeconds + end.cpu - start.cpu,
  };
}

/** CPU seconds of a PostgreSQL server with everything it has started. */
export async function postgresSeconds(knex: Knex): Promise<number> {
  const { rows } = await knex.raw('select pg_backend_pid() as pid');
  const server = statOf(String(rows[0].pid)).parent;
  const children = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const stat = statOf(pid);
        return stat.parent === server ? [stat.own] : [];
      } catch {
        // It ended in between.
        return [];
      }
    });
  const { own, ended } = statOf(server);
  return children.reduce((sum, seconds) => sum + seconds, own + ended);
}

function statOf(pid: string): { parent: string; own: number; ended: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const seconds = (from: number) =>
    (Number(fields[from]) + Number(fields[from + 1])) / ticksPerSecond;
  return { parent: fields[1], own: seconds(11), ended: seconds(13) };
}
