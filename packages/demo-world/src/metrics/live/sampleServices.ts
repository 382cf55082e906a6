import express, { type Response, type Router } from 'express';
import { samplesAt, seriesText, type Sample } from '../series';
import { probeSucceeds, type Instrumented, type Model } from '../traffic/model';

export interface SampleServicesOptions {
  model: Model;
  now?: () => number;
  /** Told when somebody stops or starts a service. */
  onSwitch?: (service: string, running: boolean) => void;
}

const types: Record<string, string> = {
  http_requests_total: 'counter',
  http_request_duration_seconds: 'histogram',
  probe_success: 'gauge',
};

/** Samples in Prometheus' text format, one TYPE line before each family. */
function exposition(samples: Sample[]): string {
  const lines: string[] = [];
  let family = '';
  for (const { metric, labels, value } of samples) {
    const name = metric.replace(/_(bucket|sum|count)$/, '');
    if (name !== family) {
      family = name;
      lines.push(`# TYPE ${name} ${types[name] ?? 'untyped'}`);
    }
    lines.push(`${seriesText(metric, labels)} ${value}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The sample services as one router: `GET /services/<name>/metrics` for each,
 * `GET /probes/metrics` for the prober, and `POST /services/<name>/stop` and
 * `/start`. A stopped service drops the connection, as a dead process would.
 */
export function createSampleServices({
  model,
  now = Date.now,
  onSwitch,
}: SampleServicesOptions): Router {
  const stopped = new Set<string>();
  const find = (name: string, res: Response): Instrumented | undefined => {
    const one = model.instrumented.find(i => i.service.name === name);
    if (!one) {
      const names = model.instrumented.map(i => i.service.name).join(', ');
      const message = `No sample service "${name}" has metrics; there are ${names}`;
      res.status(404).json({ error: { message } });
    }
    return one;
  };

  const router = express.Router();
  router.get('/healthz', (_, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/services/:name/metrics', (req, res) => {
    const one = find(req.params.name, res);
    if (!one) {
      return;
    }
    const { service, counters } = one;
    if (stopped.has(service.name)) {
      req.socket.destroy();
      return;
    }
    res.type('text/plain; version=0.0.4');
    res.send(exposition(samplesAt(service, counters, now())));
  });
  router.get('/probes/metrics', (_, res) => {
    res.type('text/plain; version=0.0.4');
    res.send(
      exposition(
        model.instrumented.map(one => ({
          metric: 'probe_success',
          labels: { service: one.service.name },
          value:
            !stopped.has(one.service.name) && probeSucceeds(model, one, now())
              ? 1
              : 0,
        })),
      ),
    );
  });
  router.post('/services/:name/:action(stop|start)', (req, res) => {
    const name = find(req.params.name, res)?.service.name;
    if (name === undefined) {
      return;
    }
    const running = req.params.action === 'start';
    if (running === stopped.has(name)) {
      if (running) {
        stopped.delete(name);
      } else {
        stopped.add(name);
      }
      onSwitch?.(name, running);
    }
    res.json({ service: name, running });
  });
  return router;
}
