import {
  IncidentEvent,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import {
  OnCallSource,
  OnCallWebhooks,
} from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { describeFailure } from '../../ingest/describeFailure';
import { sourceId } from '../../sources/sourceId';
import { inChunks } from '../../store/inChunks';
import { OnCallSignals } from '../live/OnCallSignals';
import { DirectoryStore } from '../store/DirectoryStore';
import { IncidentStore } from '../store/IncidentStore';
import { readByIds } from '../tasks/readByIds';
import { ReadProblems } from '../tasks/ReadProblems';
import { DeliveryStore, StoredDelivery } from './DeliveryStore';

/** So many deliveries are taken at once; those of one incident are one reading. */
const DELIVERIES_AT_ONCE = 200;
/** Each is two requests; the deliveries of these are done before the next. */
const INCIDENTS_AT_ONCE = 10;
/** After that polling has read it, or it cannot be read. */
const PATIENCE_MS = 60 * 60_000;

/** What reading again needs. */
export interface ProcessOptions {
  clock: Clock;
  deliveries: DeliveryStore;
  incidents: IncidentStore;
  directory: DirectoryStore;
  onCallSignals: OnCallSignals;
}

/**
 * Reads again what deliveries name, until none is left. All writes may be
 * repeated, and what was read decides, not what the deliveries say or in which
 * order they came. A delivery whose reading fails is left to a later run. Open
 * pages are told of what was read.
 *
 * @throws the signal's reason when it aborts
 */
export async function processDeliveries(
  source: OnCallSource,
  options: ProcessOptions,
  signal: AbortSignal,
): Promise<Problem[]> {
  const { webhooks } = source;
  const { clock, deliveries } = options;
  const id = sourceId(source.source);
  const reading = new ReadProblems();
  const run = { source, ...options, id, reading, signal };
  while (webhooks) {
    signal.throwIfAborted();
    const claimed = await deliveries.claim(id, {
      now: clock(),
      most: DELIVERIES_AT_ONCE,
    });
    if (claimed.length === 0) {
      break;
    }
    const finish = async (done: StoredDelivery[]) =>
      deliveries.finish(
        id,
        done.map(({ deliveryId }) => deliveryId),
        clock(),
      );
    const givenUpBefore = new Date(
      clock().getTime() - PATIENCE_MS,
    ).toISOString();
    const incidentIds = named(claimed, ({ incidentId }) => incidentId);
    for (const chunk of inChunks(incidentIds, INCIDENTS_AT_ONCE)) {
      const failed = await readIncidents(webhooks, chunk, run);
      await finish(
        claimed.filter(
          ({ incidentId, receivedAt }) =>
            incidentId !== undefined &&
            chunk.includes(incidentId) &&
            (!failed.has(incidentId) || receivedAt < givenUpBefore),
        ),
      );
    }
    const serviceIds = named(claimed, ({ serviceId }) => serviceId);
    const failed = await readServices(webhooks, serviceIds, run);
    await finish(
      claimed.filter(
        ({ serviceId, receivedAt }) =>
          serviceId !== undefined &&
          (!failed.has(serviceId) || receivedAt < givenUpBefore),
      ),
    );
  }
  return reading.problems;
}

interface Run {
  clock: Clock;
  source: OnCallSource;
  incidents: IncidentStore;
  directory: DirectoryStore;
  onCallSignals: OnCallSignals;
  id: string;
  reading: ReadProblems;
  signal: AbortSignal;
}

/** Each incident with its log. @returns those that could not be read */
async function readIncidents(
  webhooks: OnCallWebhooks,
  incidentIds: string[],
  { source, clock, incidents, onCallSignals, id, reading, signal }: Run,
): Promise<Set<string>> {
  signal.throwIfAborted();
  const failed = new Set<string>();
  const events: IncidentEvent[] = [];
  await Promise.all(
    incidentIds.map(async incidentId => {
      try {
        events.push(
          ...(await webhooks.readLog(incidentId, reading.options(signal))),
        );
      } catch (error) {
        signal.throwIfAborted();
        failed.add(incidentId);
        reading.report(unreadable('log of the incident', incidentId, error));
      }
    }),
  );
  // The incident after its log, so that it is never older than what the change
  // feed will find to be known.
  const readAt = clock();
  const read = await readByIds(
    source,
    incidentIds.filter(each => !failed.has(each)),
    reading,
    signal,
  );
  read.failed.forEach(each => failed.add(each));
  const changed = await incidents.save(id, read.incidents, readAt);
  await incidents.saveEvents(
    id,
    events.filter(({ incidentId }) => !failed.has(incidentId)),
  );
  onCallSignals.changed(source.source, [
    ...changed,
    ...read.incidents.map(({ serviceId }) => serviceId),
  ]);
  return failed;
}

/** @returns those that could not be read */
async function readServices(
  webhooks: OnCallWebhooks,
  serviceIds: string[],
  { source, directory, onCallSignals, id, reading, signal }: Run,
): Promise<Set<string>> {
  const failed = new Set<string>();
  for (const serviceId of serviceIds) {
    signal.throwIfAborted();
    try {
      const services = await webhooks.readServices(
        [serviceId],
        reading.options(signal),
      );
      await directory.replaceServices(id, [serviceId], services);
      onCallSignals.changed(source.source, [serviceId]);
    } catch (error) {
      signal.throwIfAborted();
      failed.add(serviceId);
      reading.report(unreadable('service', serviceId, error));
    }
  }
  return failed;
}

function unreadable(what: string, id: string, error: unknown): Problem {
  return {
    code: 'webhook_unread',
    severity: 'warning',
    message: `A webhook named the ${what} ${JSON.stringify(
      id,
    )}, which could not be read: ${describeFailure(error)}`,
    params: { id },
  };
}

function named(
  deliveries: StoredDelivery[],
  idOf: (delivery: StoredDelivery) => string | undefined,
): string[] {
  return [...new Set(deliveries.flatMap(each => idOf(each) ?? []))];
}
