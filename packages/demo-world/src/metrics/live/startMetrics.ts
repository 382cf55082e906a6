import { createServer } from 'node:http';
import express from 'express';
import { claim } from '../lock';
import { placesIn } from '../places';
import { prepareHistory } from '../history/prepare';
import { second } from '../durations';
import {
  withServiceStarted,
  withServiceStopped,
  withSignOfLife,
} from '../record';
import { writeRecord } from '../recordFile';
import type { Model } from '../traffic/model';
import { assertPortFree } from './ports';
import { writePrometheusConfig } from './prometheusConfig';
import { startPrometheus, type RunningPrometheus } from './prometheusProcess';
import { createPrometheusSwitch } from './prometheusSwitch';
import { createSampleServices } from './sampleServices';

export interface MetricsOptions {
  dataDir: string;
  prometheusPort: number;
  servicesPort: number;
  /** Of the Alertmanager that is told of alerts, if there is one. */
  alertmanagerPort?: number;
  log?: (line: string) => void;
  signal?: AbortSignal;
}

export interface RunningMetrics {
  model: Model;
  prometheus: RunningPrometheus;
  servicesUrl: string;
  close(): Promise<void>;
}

const signOfLifeEvery = 15 * second;

async function startServices(
  model: Model,
  recordFile: string,
  port: number,
  findPrometheus: () => RunningPrometheus | undefined,
): Promise<{ close(): Promise<void> }> {
  let { record } = model;
  // One write after the other: two at a time would tear the file.
  let writing: Promise<void> = Promise.resolve();
  const remember = (next: typeof record) => {
    record = withSignOfLife(next, Date.now());
    const now = record;
    writing = writing.then(() => writeRecord(recordFile, now)).catch(() => {});
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(
    createSampleServices({
      model,
      onSwitch: (service, running) =>
        remember(
          running
            ? withServiceStarted(record, service, Date.now())
            : withServiceStopped(record, service, Date.now()),
        ),
    }),
  );
  app.use(createPrometheusSwitch(findPrometheus));
  // Long after the first check, and somebody else may have been quicker.
  await assertPortFree(port, 'EO_SERVICES_PORT', 'sample services');
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const timer = setInterval(() => remember(record), signOfLifeEvery);
  return {
    async close() {
      clearInterval(timer);
      remember(record);
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await writing;
    },
  };
}

/**
 * Brings the history up to now and goes on with it: the sample services and a
 * Prometheus that scrapes them.
 */
export async function startMetrics({
  dataDir,
  prometheusPort,
  servicesPort,
  alertmanagerPort,
  log = () => {},
  signal,
}: MetricsOptions): Promise<RunningMetrics> {
  await assertPortFree(prometheusPort, 'EO_PROMETHEUS_PORT', 'Prometheus');
  await assertPortFree(servicesPort, 'EO_SERVICES_PORT', 'sample services');
  const places = placesIn(dataDir);
  const release = await claim(places.lock);
  const started: Array<{ close(): Promise<void> }> = [];
  const close = async () => {
    for (const one of started.splice(0).reverse()) {
      await one.close();
    }
    await release();
  };
  try {
    await writePrometheusConfig(places, { servicesPort, alertmanagerPort });
    const model = await prepareHistory({ dataDir, log, signal });
    // The switch is there before what it switches.
    const running: { prometheus?: RunningPrometheus } = {};
    started.push(
      await startServices(
        model,
        places.record,
        servicesPort,
        () => running.prometheus,
      ),
    );
    const prometheus = await startPrometheus({
      databaseDir: places.database,
      configFile: places.config,
      port: prometheusPort,
    });
    running.prometheus = prometheus;
    started.push(prometheus);
    const servicesUrl = `http://127.0.0.1:${servicesPort}`;
    return { model, prometheus, servicesUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}
