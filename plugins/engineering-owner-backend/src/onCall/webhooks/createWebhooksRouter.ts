import { OnCallSource } from '@engineering-owner/backstage-plugin-node';
import { Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { sourceId } from '../../sources/sourceId';
import { SourceRegistry } from '../../sources/SourceRegistry';
import {
  ReceiverOptions,
  receiveWebhook,
  refusal,
  WebhookAnswer,
} from './receiveWebhook';
import { RequestBound } from './RequestBound';

/**
 * Of each account. A storm of incidents fits; what does not is answered with
 * 429, and its sender tries again. Bodies have a megabyte at most, so what is
 * under way at the same time is what takes memory.
 */
const OF_AN_ACCOUNT = { atOnce: 200, perSecond: 50, together: 32 };
/** Of all accounts that are not configured. */
const OF_STRANGERS = { atOnce: 50, perSecond: 5, together: 32 };

const RETRY_AFTER_SECONDS = 5;

/** Where webhooks of a source type are received, below the plugin. */
export function webhookPath(type: string): string {
  return `/v1/webhooks/${type}`;
}

/** The types of accounts, those among them whose configuration is wrong. */
export function webhookTypes(registry: SourceRegistry): string[] {
  const others = [...registry.sliSources(), ...registry.alertSources()].map(
    ({ source }) => source.type,
  );
  return [
    ...new Set([
      ...registry.onCallSources().map(({ source }) => source.type),
      ...registry
        .misconfigured()
        .map(({ source }) => source.type)
        .filter(type => !others.includes(type)),
    ]),
  ];
}

/**
 * `POST /v1/webhooks/{type}/{account}`, open to everybody: bounded before
 * anything is read or computed, verified by the source, kept before it is
 * answered.
 */
export function createWebhooksRouter(
  options: ReceiverOptions & {
    registry: SourceRegistry;
    /** There is a new delivery of the account. */
    onAccepted: (source: OnCallSource) => void;
  },
): Router {
  const { registry, clock, counts, logger, onAccepted } = options;
  const router = PromiseRouter();
  const bounds = new Map<string, RequestBound>();
  const toldOff = new Set<string>();
  const boundOf = (id: string, limits: typeof OF_AN_ACCOUNT) => {
    const bound = bounds.get(id) ?? new RequestBound({ clock, ...limits });
    bounds.set(id, bound);
    return bound;
  };

  for (const type of webhookTypes(registry)) {
    const strangers = sourceId({ type, name: '*' });
    router.post(`${webhookPath(type)}/:account`, async (req, res) => {
      const source = registry
        .onCallSources()
        .find(
          each =>
            each.source.type === type &&
            each.source.name === req.params.account,
        );
      const id = source ? sourceId(source.source) : strangers;
      const leave = boundOf(id, source ? OF_AN_ACCOUNT : OF_STRANGERS).enter();
      if (!leave) {
        counts.refused(id, 'too_many');
        send(res, refusal('too_many'));
        return;
      }
      try {
        if (!source) {
          counts.refused(id, 'unknown_account');
          send(res, { status: 200, body: { result: 'unknown_account' } });
          return;
        }
        const answer = await receiveWebhook(req, res, source, options);
        send(res, answer);
        if (answer.body.result === 'accepted') {
          onAccepted(source);
        }
        if (answer.body.result === 'off' && !toldOff.has(id)) {
          toldOff.add(id);
          logger.warn(
            `Webhooks of ${id} come in and are not taken, since no secret is configured for them`,
          );
        }
      } finally {
        leave();
      }
    });
  }
  return router;
}

function send(res: Response, { status, body }: WebhookAnswer): void {
  if (res.headersSent) {
    return;
  }
  if (status === 429 || status === 503) {
    res.set('Retry-After', String(RETRY_AFTER_SECONDS));
  }
  if (body.reason === 'too_slow') {
    // What still comes is not waited for.
    res.set('Connection', 'close');
  }
  res.status(status).json(body);
}
