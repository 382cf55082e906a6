import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { WebhookStatuses } from '../onCall/webhooks/WebhookStatuses';
import { createSourcesRouter } from './createSourcesRouter';

/** Answers how the sources are doing. */
export function createSourcesDomain(
  context: DomainContext,
  { statuses }: { statuses: WebhookStatuses },
): Domain {
  return { routers: [createSourcesRouter({ ...context, webhooks: statuses })] };
}
