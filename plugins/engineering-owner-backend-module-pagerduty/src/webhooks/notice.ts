import { WebhookNotice } from '@engineering-owner/backstage-plugin-node';
import { z, ZodType } from 'zod';
import { time } from '../answers/fields';

/** As PagerDuty's ids are. They go into addresses and keys. */
const id = z.string().regex(/^[\w-]{1,64}$/);

const subject = z.object({
  id: id.optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  incident: z.object({ id }).nullish().catch(undefined),
});

/**
 * The body of a delivery. Only what changed is taken from it; an event of a
 * kind that is not known, such as `pagey.ping`, names nothing.
 */
export const webhookBody: ZodType<Omit<WebhookNotice, 'deliveryId'>> = z
  .object({
    event: z.object({
      event_type: z.string().regex(/^[\w.-]{1,64}$/),
      occurred_at: time.optional().catch(undefined),
      data: subject.nullish(),
    }),
  })
  .transform(({ event: { event_type: event, occurred_at, data } }) => {
    // A note, a responder or a status update names its incident.
    const incidentId =
      data?.incident?.id ?? (data?.type === 'incident' ? data.id : undefined);
    const isOfIncident = event.startsWith('incident.') && incidentId;
    const isOfService = event.startsWith('service.') && data?.id;
    return {
      event,
      ...(occurred_at && { occurredAt: occurred_at }),
      ...(isOfIncident && { incidentId }),
      ...(isOfService && { serviceId: data.id }),
    };
  });
