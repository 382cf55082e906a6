import { join } from 'node:path';

/** Where a demo world keeps its things, below one folder. */
export interface Places {
  /** What is remembered between starts. */
  record: string;
  /** Prometheus' database. */
  database: string;
  /** Prometheus' configuration. */
  config: string;
  rules: string;
  /** Who is using the folder. */
  lock: string;
}

export function placesIn(dataDir: string): Places {
  return {
    record: join(dataDir, 'world.json'),
    database: join(dataDir, 'prometheus'),
    config: join(dataDir, 'prometheus.yml'),
    rules: join(dataDir, 'alerts.rules.yml'),
    lock: join(dataDir, 'in-use-by'),
  };
}
