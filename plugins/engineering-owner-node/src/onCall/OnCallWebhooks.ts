import {
  IncidentEvent,
  OnCallService,
} from '@engineering-owner/backstage-plugin-common';
import { ReadOptions } from '../telemetry';

/**
 * What came to the webhook address of an account, as it came over the wire.
 *
 * @public
 */
export interface WebhookRequest {
  /** A header by its name, in any case. */
  header(name: string): string | undefined;
  /** Not decoded: signatures are over these bytes. */
  body: Uint8Array;
}

/**
 * What a delivery says has changed. It is only a hint of what to read again, so
 * that deliveries may come late, twice and in any order.
 *
 * @public
 */
export interface WebhookNotice {
  /**
   * The same for every attempt to deliver it. Where it is absent, a delivery is
   * known by its body, as it is in addition where it is present.
   */
  deliveryId?: string;
  /** The sender's word for it, such as `incident.triggered`. */
  event: string;
  /** ISO 8601. */
  occurredAt?: string;
  /** The incident that changed. */
  incidentId?: string;
  /** The service that changed. */
  serviceId?: string;
}

/**
 * What a delivery is: `genuine` when its signature is right and it can be
 * understood.
 *
 * @public
 */
export type WebhookVerdict =
  | { result: 'genuine'; notice: WebhookNotice }
  | {
      result: 'refused';
      reason: 'unsigned' | 'wrong_signature' | 'malformed';
    };

/**
 * Lets an account tell of changes at once. The backend bounds, stores and
 * answers deliveries; here they are verified, understood, and what they name is
 * read again. Accounts that no secret is configured for have none.
 *
 * @public
 */
export interface OnCallWebhooks {
  /** Verifies a delivery in constant time. Never throws. */
  receive(request: WebhookRequest): WebhookVerdict;
  /** The whole log of an incident; empty where there is no such incident. */
  readLog(incidentId: string, options: ReadOptions): Promise<IncidentEvent[]>;
  /** Services by id; those that do not exist are left out. */
  readServices(ids: string[], options: ReadOptions): Promise<OnCallService[]>;
}
