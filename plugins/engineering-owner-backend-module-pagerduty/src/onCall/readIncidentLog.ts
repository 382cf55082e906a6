import { IncidentEvent } from '@engineering-owner/backstage-plugin-common';
import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import { logEntry } from '../answers/logEntry';
import { readAll, Reader } from '../client/listing';

/** The whole log of an incident. */
export function readIncidentLog(
  reader: Reader,
  incidentId: string,
  options: ReadOptions,
): Promise<IncidentEvent[]> {
  return readAll(
    reader,
    {
      path: `/incidents/${encodeURIComponent(incidentId)}/log_entries`,
      field: 'log_entries',
      record: logEntry,
      query: { include: ['channels'] },
    },
    options,
  );
}
