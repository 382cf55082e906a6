import { Incident } from '@engineering-owner/backstage-plugin-common';
import { OnCallSource } from '@engineering-owner/backstage-plugin-node';
import { describeFailure } from '../../ingest/describeFailure';
import { ReadProblems } from './ReadProblems';

/** So many incidents are read, then kept, before the next ones are read. */
export const incidentsAtOnce = 50;

/** What became of the incidents asked for; in neither: they do not exist. */
export interface ReadByIds {
  incidents: Incident[];
  failed: Set<string>;
}

/**
 * Reads incidents by id. Where that fails, each is read on its own, so that
 * one which cannot be read is told as a problem and does not stop the others.
 *
 * @throws the signal's reason when it aborts
 */
export async function readByIds(
  source: OnCallSource,
  ids: string[],
  reading: ReadProblems,
  signal: AbortSignal,
): Promise<ReadByIds> {
  const together = new AbortController();
  const incidents: Incident[] = [];
  const failed = new Set<string>();
  const skip = (id: string, error: unknown) => {
    signal.throwIfAborted();
    failed.add(id);
    const reason = describeFailure(error);
    reading.report({
      code: 'incident_unreadable',
      severity: 'warning',
      message: `The incident ${JSON.stringify(
        id,
      )} could not be read and was left out: ${reason}`,
      params: { incidentId: id },
    });
  };
  try {
    incidents.push(
      ...(await source.readIncidentsById(
        ids,
        reading.options(AbortSignal.any([signal, together.signal])),
      )),
    );
  } catch (error) {
    signal.throwIfAborted();
    // Those still under way are asked again below, not twice at a time.
    together.abort();
    if (ids.length === 1) {
      skip(ids[0], error);
      return { incidents, failed };
    }
    await Promise.all(
      ids.map(async id => {
        try {
          incidents.push(
            ...(await source.readIncidentsById([id], reading.options(signal))),
          );
        } catch (each) {
          skip(id, each);
        }
      }),
    );
  }
  return { incidents, failed };
}
