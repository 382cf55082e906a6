import { Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { PagerDutyState } from '../state';
import {
  WEBHOOK_EVENT_TYPES,
  WEBHOOK_SUBSCRIPTION_ID,
} from '../webhooks/envelope';

/** `GET /webhook_subscriptions`: the one that the simulator sends to. */
export function webhookSubscriptionEndpoints(
  state: PagerDutyState,
): Endpoint[] {
  const subscriptions = state.webhook
    ? [
        {
          id: WEBHOOK_SUBSCRIPTION_ID,
          type: 'webhook_subscription',
          active: true,
          delivery_method: {
            id: 'PDELIVR',
            // PagerDuty shows the secret once, when it makes it.
            secret: null,
            type: 'http_delivery_method',
            url: state.webhook.url,
            custom_headers: [],
            temporarily_disabled: false,
          },
          description: 'Everything that happens to incidents',
          events: WEBHOOK_EVENT_TYPES,
          filter: { type: 'account_reference' },
        },
      ]
    : [];
  return [
    {
      method: 'get',
      path: '/webhook_subscriptions',
      scope: 'webhook_subscriptions.read',
      answer: ({ query }) => ({
        body: pagedAnswer(
          'webhook_subscriptions',
          pageOf(subscriptions, query),
          subscription => subscription,
        ),
      }),
    },
  ];
}
