import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  EventCounts,
  SlosResponse,
  slosResponseSchema,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import prometheusModule from '@engineering-owner/backstage-plugin-backend-module-prometheus';
import { startPlugin } from '../startPlugin';
import { Cast, drawCast, Story } from './cast';
import { Scraping } from './openMetrics';
import { startTruePrometheus } from './startTruePrometheus';
import { TrueService } from './TrueService';

export interface TrueWorld {
  cast: Cast;
  /** Seconds since the epoch. */
  now(): number;
  /** Lets minutes pass, each with a turn of every task. */
  pass(minutes: number): Promise<void>;
  /** What the API says of a service's objectives. */
  ask(service: string): Promise<SloStatus[]>;
  /** What truly happened to a service in (from, to]. */
  truth(service: string, from: number, to: number): EventCounts;
  close(): Promise<void>;
}

/**
 * The whole plugin on SQLite in memory with the Prometheus module, reading a
 * real Prometheus whose history is known event by event. The caller has to
 * have faked `Date`, and nothing else, before.
 */
export async function startTrueWorld(options: {
  seed: number;
  story: Story;
  scraping: Scraping;
  templates: JsonObject[];
  setNow: (milliseconds: number) => void;
}): Promise<TrueWorld> {
  const { seed, story, scraping, templates, setNow } = options;
  const cast = drawCast(seed, story);
  const prometheus = await startTruePrometheus(cast.services, scraping, story);
  // Past the minute, as a turn of the scheduler is.
  let now = story.now + 40;
  setNow(now * 1000);
  const plugin = await startPlugin({
    entities: cast.services.map(entityOf),
    features: [prometheusModule],
    config: {
      engineeringOwner: {
        prometheus: {
          instances: [{ name: 'default', baseUrl: prometheus.url }],
        },
        slos: { templates },
      },
    },
  });
  const find = (name: string) => {
    const found = cast.services.find(service => service.name === name);
    if (!found) {
      throw new Error(`there is no service ${name}`);
    }
    return found;
  };

  return {
    cast,
    now: () => now,
    async pass(minutes) {
      for (let minute = 0; minute < minutes; minute++) {
        now += 60;
        setNow(now * 1000);
        await plugin.runAll();
      }
    },
    async ask(service) {
      const { name } = entityOf(find(service)).metadata;
      const { body, status } = await plugin.get(
        `/v1/entities/by-name/component/default/${name}/slos`,
      );
      if (status !== 200) {
        throw new Error(`${service}: ${status} ${JSON.stringify(body)}`);
      }
      const { slos }: SlosResponse = slosResponseSchema.parse(body);
      return slos;
    },
    truth: (service, from, to) => find(service).events.between(from, to),
    async close() {
      await plugin.backend.stop();
      await prometheus.close();
    },
  };
}

function entityOf({ name, type }: TrueService): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: name.replace(/[^a-z0-9-]+/gi, '-').replace(/^-+|-+$/g, ''),
      namespace: 'default',
      title: name,
    },
    spec: { type, lifecycle: 'production', owner: 'guests' },
  };
}
