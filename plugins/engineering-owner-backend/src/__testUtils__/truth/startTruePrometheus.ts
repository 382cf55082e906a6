import { mkdir, mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import {
  blockRanges,
  createBlocks,
  freePort,
  RunningPrometheus,
  startPrometheus,
} from '@engineering-owner/demo-world';
import { openMetricsText, Scraping } from './openMetrics';
import { TrueService } from './TrueService';

/**
 * Starts a Prometheus that holds what was scraped of the services in a span,
 * and scrapes nothing itself. The span may reach into the future.
 */
export async function startTruePrometheus(
  services: TrueService[],
  scraping: Scraping,
  span: { from: number; to: number },
): Promise<RunningPrometheus> {
  const directory = await mkdtemp(join(tmpdir(), 'true-prometheus-'));
  const databaseDir = join(directory, 'data');
  const configFile = join(directory, 'prometheus.yml');
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    await mkdir(databaseDir);
    await writeFile(configFile, 'global: {}\n');
    const file = join(directory, 'history');
    let packing: Promise<void> = Promise.resolve();
    for (const [i, { from, to }] of blockRanges(
      span.from * 1000,
      span.to * 1000,
    ).entries()) {
      // A range of blocks is (from, to], the text's is [from, to).
      const text = openMetricsText(services, scraping, {
        from: from === span.from * 1000 ? span.from : (from + 1) / 1000,
        to: (to + 1) / 1000,
      });
      await packing;
      const part = `${file}-${i}.txt`;
      await writeFile(part, text);
      packing = createBlocks(part, databaseDir).then(() => rm(part));
      packing.catch(() => {});
    }
    await packing;
    const prometheus = await startPrometheus({
      databaseDir,
      configFile,
      port: await freePort(),
    });
    return {
      ...prometheus,
      close: async () => {
        await prometheus.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
