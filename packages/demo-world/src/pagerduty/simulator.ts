import { createMiddleware } from '@mswjs/http-middleware';
import express from 'express';
import { createServer, Server } from 'http';
import { createPagerDutyHandlers } from './handlers/handlers';
import {
  createPagerDutyState,
  PagerDutyState,
  PagerDutyStateOptions,
} from './state';
import { MINUTE, SECOND } from './time';
import { WebhookDelivery } from './webhooks/delivery';

/** How to run the simulator; see {@link PagerDutyStateOptions} for the rest. */
export interface PagerDutySimulatorOptions extends PagerDutyStateOptions {
  /** 0 takes a free port. */
  port: number;
}

/** A running simulator. */
export interface PagerDutySimulator {
  /** Without a slash at the end: `http://127.0.0.1:9292`. */
  url: string;
  state: PagerDutyState;
  /** Resolves when every webhook so far is delivered or given up. */
  webhooksSettled(): Promise<void>;
  close(): Promise<void>;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The simulator listens on no port');
  }
  return address.port;
}

/** Serves a simulated PagerDuty account over HTTP on 127.0.0.1. */
export async function startPagerDutySimulator(
  options: PagerDutySimulatorOptions,
): Promise<PagerDutySimulator> {
  const state = createPagerDutyState({ liveEvery: 10 * MINUTE, ...options });
  const delivery =
    options.webhook && new WebhookDelivery(state, options.webhook);
  const app = express();
  app.disable('x-powered-by');
  app.use(createMiddleware(...createPagerDutyHandlers(state)));
  app.use((request, response) => {
    response.status(404).json({
      error: {
        message: 'Not Found',
        code: 2100,
        errors: [`${request.method} ${request.path} is not simulated`],
      },
    });
  });
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  // Incidents go on when nobody asks, so that webhooks are sent.
  const ticking = setInterval(() => state.now(), SECOND);
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    state,
    webhooksSettled: async () => delivery?.settled(),
    close: async () => {
      clearInterval(ticking);
      await delivery?.close();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
