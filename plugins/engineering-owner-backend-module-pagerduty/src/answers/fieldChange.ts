import { IncidentEvent } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { nameOf, reference } from './fields';

const change = z.object({
  name: z.string(),
  value: z.unknown().optional(),
});

/** PagerDuty's `channel.changeset`: what a person edited of an incident. */
export const changeset = z
  .object({ application_fields: z.array(change).nullish() })
  .nullish()
  .catch(undefined);

type FieldChange = Pick<IncidentEvent, 'kind' | 'urgency' | 'priority'>;

/**
 * What an entry about edited fields says of urgency or priority; undefined
 * where it is about others. Urgency first, since figures rest on it.
 */
export function fieldChange(
  changes: z.output<typeof changeset>,
): FieldChange | undefined {
  const fields = changes?.application_fields ?? [];
  const urgency = fields.find(({ name }) => name === 'urgency');
  if (urgency) {
    const { data } = z.enum(['high', 'low']).safeParse(urgency.value);
    return { kind: 'urgency_change', ...(data && { urgency: data }) };
  }
  const priority = fields.find(({ name }) => name === 'priority');
  if (priority) {
    const named = priorityName(priority.value);
    return {
      kind: 'priority_change',
      ...(named !== undefined && { priority: named }),
    };
  }
  return undefined;
}

/**
 * Null: none any more. The contract shows ids as values of other fields; an id
 * says nothing to a person, so it is left out.
 */
function priorityName(value: unknown): string | null | undefined {
  if (value === null || value === '') {
    return null;
  }
  if (typeof value === 'string') {
    return /^P[A-Z0-9]{5,}$/.test(value) ? undefined : value;
  }
  const { data } = reference.safeParse(value);
  return data && nameOf(data);
}
