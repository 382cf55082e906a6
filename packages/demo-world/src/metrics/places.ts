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
  /** What Alertmanager keeps while it runs. */
  alertmanager: string;
  /** Who is using the folder. */
  lock: string;
}

export function placesIn(dataDir: string): Places {
  return {
    record: join(dataDir, 'world.json'),
    database: join(dataDir, 'prometheus'),
    config: join(dataDir, 'prometheus.yml'),
    rules: join(dataDir, 'alerts.rules.yml'),
    alertmanager: join(dataDir, 'alertmanager'),
    lock: join(dataDir, 'in-use-by'),
  };
}
