import {
  IncidentEvent,
  OnCallService,
} from '@engineering-owner/backstage-plugin-common';
import {
  OnCallWebhooks,
  WebhookNotice,
  WebhookRequest,
  WebhookVerdict,
} from '@engineering-owner/backstage-plugin-node';
import { FakeOnCallSource } from './FakeOnCallSource';

/** Webhooks of an account whose signature is the word `right`. */
export class FakeWebhooks implements OnCallWebhooks {
  readonly #source: FakeOnCallSource;
  /** Incidents whose logs were read, in order. */
  readonly logsRead: string[] = [];
  /** Throws, or waits, to make a reading fail. */
  beforeRead: (id: string) => Promise<void> | void = () => {};

  constructor(source: FakeOnCallSource) {
    this.#source = source;
    source.webhooks = this;
  }

  receive({ header, body }: WebhookRequest): WebhookVerdict {
    const signature = header('X-Signature');
    if (signature !== 'right') {
      return {
        result: 'refused',
        reason: signature ? 'wrong_signature' : 'unsigned',
      };
    }
    try {
      const notice: WebhookNotice = JSON.parse(Buffer.from(body).toString());
      const deliveryId = header('X-Delivery');
      return {
        result: 'genuine',
        notice: { ...notice, ...(deliveryId && { deliveryId }) },
      };
    } catch {
      return { result: 'refused', reason: 'malformed' };
    }
  }

  async readLog(incidentId: string): Promise<IncidentEvent[]> {
    await this.beforeRead(incidentId);
    this.logsRead.push(incidentId);
    return this.#source.records.get(incidentId)?.events ?? [];
  }

  async readServices(ids: string[]): Promise<OnCallService[]> {
    for (const id of ids) {
      await this.beforeRead(id);
    }
    return this.#source.directory.services.filter(({ id }) => ids.includes(id));
  }
}
