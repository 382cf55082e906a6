import { Incident } from '@engineering-owner/backstage-plugin-common';
import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import { z } from 'zod';
import { incident } from '../answers/incident';
import { Reader } from '../client/listing';
import { PagerDutyError } from '../client/PagerDutyError';

const answer = z.object({ incident: z.unknown() });

/**
 * One incident; undefined where it does not exist any more, or belongs to no
 * service.
 *
 * @throws {@link PagerDutyError}
 */
export async function readIncident(
  reader: Reader,
  id: string,
  options: ReadOptions,
): Promise<Incident | undefined> {
  try {
    const path = `/incidents/${encodeURIComponent(id)}`;
    return incidentOf(reader, id, await reader.get(path, {}, options.signal));
  } catch (error) {
    if (error instanceof PagerDutyError && error.isAbsence) {
      return undefined;
    }
    throw error;
  }
}

/**
 * The incident of an answer that holds one.
 *
 * @throws {@link PagerDutyError} where it cannot be understood. It is not left
 * out like a row of a list: left out means it does not exist.
 */
export function incidentOf(
  { account }: Reader,
  id: string,
  body: unknown,
): Incident | undefined {
  const read = incident.safeParse(answer.safeParse(body).data?.incident);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new PagerDutyError(
      `PagerDuty account "${account.name}": the incident ${JSON.stringify(
        id,
      )} could not be understood (${issue.path.join('.')} ${issue.message})`,
      { failure: 'malformed' },
    );
  }
  return read.data;
}
