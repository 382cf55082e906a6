import { randomUUID } from 'crypto';
import { PagerDutyState, WebhookTarget } from '../state';
import { SECOND } from '../time';
import { WEBHOOK_SUBSCRIPTION_ID, webhookEnvelope } from './envelope';
import { signatureOf } from './signature';

const ANSWER_WITHIN = 5 * SECOND;
const RETRY_AFTER = [1 * SECOND, 5 * SECOND, 30 * SECOND];

/** Sends what happens to incidents to the subscriber, one after the other. */
export class WebhookDelivery {
  private queue: Promise<void> = Promise.resolve();
  private readonly closing = new AbortController();
  private readonly stopListening: () => void;

  constructor(state: PagerDutyState, private readonly target: WebhookTarget) {
    this.stopListening = state.log.listen((event, incident) => {
      const envelope = webhookEnvelope(state, event, incident);
      if (envelope) {
        const body = JSON.stringify(envelope);
        const id = randomUUID();
        this.queue = this.queue.then(() => this.deliver(id, body));
      }
    });
  }

  /** Resolves when everything so far is delivered or given up. */
  async settled(): Promise<void> {
    await this.queue;
  }

  async close(): Promise<void> {
    this.stopListening();
    this.closing.abort();
    await this.queue;
  }

  /** Retries keep the id, by which the subscriber knows a duplicate. */
  private async deliver(id: string, body: string): Promise<void> {
    for (const pause of [...RETRY_AFTER, undefined]) {
      if (this.closing.signal.aborted || (await this.attempt(id, body))) {
        return;
      }
      if (pause !== undefined) {
        await this.sleep(pause);
      }
    }
  }

  /** False when it is worth another try: time-out, 429 or 5xx. */
  private async attempt(id: string, body: string): Promise<boolean> {
    try {
      const response = await fetch(this.target.url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'PagerDuty-Webhook/V3.0',
          'x-pagerduty-signature': signatureOf(body, this.target.secret),
          'x-webhook-id': id,
          'x-webhook-subscription': WEBHOOK_SUBSCRIPTION_ID,
        },
        signal: AbortSignal.any([
          this.closing.signal,
          AbortSignal.timeout(ANSWER_WITHIN),
        ]),
      });
      return response.status < 500 && response.status !== 429;
    } catch {
      return false;
    }
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      this.closing.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
