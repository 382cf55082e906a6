import express, { type Router } from 'express';
import type { RunningPrometheus } from './prometheusProcess';

/**
 * `POST /prometheus/hold` and `/continue`. A held Prometheus takes connections
 * and answers none, as one that is overloaded would.
 */
export function createPrometheusSwitch(
  find: () => Pick<RunningPrometheus, 'hold' | 'continue'> | undefined,
): Router {
  const router = express.Router();
  router.post('/prometheus/:action(hold|continue)', (req, res) => {
    const prometheus = find();
    if (!prometheus) {
      const message = 'Prometheus has not been started yet';
      res.status(503).json({ error: { message } });
      return;
    }
    const held = req.params.action === 'hold';
    if (held) {
      prometheus.hold();
    } else {
      prometheus.continue();
    }
    res.json({ held });
  });
  return router;
}
