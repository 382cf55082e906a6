import { Incident } from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';
import { id, nameOf, optionalReference, time, webAddress } from './fields';

const priority = z
  .object({
    name: z.string().nullish(),
    summary: z.string().nullish(),
  })
  .nullish();

/**
 * An incident of `GET /incidents`. Undefined where it belongs to no service:
 * a deleted service takes its incidents' reference along, and nothing here can
 * show them.
 */
export const incident: ZodType<Incident | undefined> = z
  .object({
    id,
    incident_number: z.int().nullish(),
    title: z.string().nullish(),
    summary: z.string().nullish(),
    html_url: webAddress,
    service: optionalReference,
    escalation_policy: optionalReference,
    urgency: z.enum(['high', 'low']),
    priority,
    status: z.enum(['triggered', 'acknowledged', 'resolved']),
    created_at: time,
    resolved_at: time.nullish(),
    last_status_change_at: time.nullish(),
    resolve_reason: z
      .object({ type: z.string(), incident: optionalReference })
      .nullish()
      .catch(undefined),
    assignments: z
      .array(z.object({ assignee: optionalReference }))
      .nullish()
      .catch(undefined),
  })
  .transform((row): Incident | undefined => {
    if (!row.service) {
      return undefined;
    }
    const priorityName = row.priority?.summary || row.priority?.name;
    const resolvedAt =
      row.status === 'resolved'
        ? row.resolved_at ?? row.last_status_change_at
        : undefined;
    const mergedInto =
      row.resolve_reason?.type === 'merge_resolve_reason'
        ? row.resolve_reason.incident?.id ?? 'unknown'
        : undefined;
    return {
      id: row.id,
      ...(row.incident_number && { number: row.incident_number }),
      title: row.title || row.summary || row.id,
      ...(row.html_url && { url: row.html_url }),
      serviceId: row.service.id,
      ...(row.escalation_policy && { policyId: row.escalation_policy.id }),
      urgency: row.urgency,
      ...(priorityName && { priority: priorityName }),
      status: row.status,
      createdAt: row.created_at,
      ...(resolvedAt && { resolvedAt }),
      ...(mergedInto && row.status === 'resolved' && { mergedInto }),
      assignees: (row.assignments ?? []).flatMap(({ assignee }) =>
        assignee ? [{ id: assignee.id, name: nameOf(assignee) }] : [],
      ),
    };
  });
