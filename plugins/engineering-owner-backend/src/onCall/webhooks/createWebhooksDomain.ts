import { Domain } from '../../Domain';
import { DomainContext } from '../../DomainContext';
import { OnCallAnswers } from '../OnCallAnswers';
import {
  createWebhooksRouter,
  webhookPath,
  webhookTypes,
} from './createWebhooksRouter';
import { createWebhooksTask } from './createWebhooksTask';
import { DeliveryStore } from './DeliveryStore';
import { WebhookCounts } from './WebhookCounts';
import { WebhookProcessor } from './WebhookProcessor';
import { WebhookStatuses } from './WebhookStatuses';

/** Takes the webhooks of accounts, and reads again what they name. */
export function createWebhooksDomain(
  context: DomainContext,
  answers: OnCallAnswers,
): Domain & { statuses: WebhookStatuses } {
  const { knex, registry } = context;
  const options = {
    ...context,
    ...answers,
    deliveries: new DeliveryStore(knex),
    counts: new WebhookCounts(context),
  };
  const processor = new WebhookProcessor(options);
  const statuses = new WebhookStatuses(options);
  return {
    statuses,
    openPaths: webhookTypes(registry).map(webhookPath),
    routers: [
      createWebhooksRouter({
        ...options,
        onAccepted: source => processor.wake(source),
      }),
    ],
    tasks: registry
      .onCallSources()
      .filter(({ webhooks }) => webhooks)
      .map(source =>
        createWebhooksTask({ ...options, source, processor, statuses }),
      ),
  };
}
