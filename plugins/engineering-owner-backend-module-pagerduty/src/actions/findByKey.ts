import { Incident } from '@engineering-owner/backstage-plugin-common';
import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import { incident } from '../answers/incident';
import { readAll, Reader } from '../client/listing';

/** The incident of a service that was opened by a key; the newest of several. */
export async function findByKey(
  reader: Reader,
  { serviceId, key }: { serviceId: string; key: string },
  options: ReadOptions,
): Promise<Incident | undefined> {
  const found = await readAll(
    reader,
    {
      path: '/incidents',
      field: 'incidents',
      record: incident,
      query: {
        incident_key: key,
        service_ids: [serviceId],
        date_range: 'all',
      },
    },
    options,
  );
  return found
    .flatMap(each => each ?? [])
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .at(0);
}
