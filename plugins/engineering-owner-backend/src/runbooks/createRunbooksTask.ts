import {
  SchedulerServiceTaskScheduleDefinition,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  normaliseRunbookLocation,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import limiter from 'p-limit';
import { EntityStore } from '../entities/EntityStore';
import { Clock } from '../ingest/clock';
import { Due } from '../ingest/due';
import { IngestTask } from '../ingest/IngestTask';
import { isOlderThan } from '../ingest/isOlderThan';
import { readableRunbookUrl } from './alertRunbook';
import { DocumentStore } from './DocumentStore';
import { EntityAlerts } from './EntityAlerts';
import { findRunbooks } from './findRunbooks';
import { parseRunbook } from './parseRunbook';
import { readDocument } from './readDocument';
import { runbookId } from './runbookId';

/** Name of the task, for those who ask how old the runbooks are. */
export const runbooksTaskName = 'runbooks';

/** A runbook nobody knew before is read at the next run, others this often. */
const readAgainAfterMs = 10 * 60_000;

const kindsWithRunbooks = ['component', 'api', 'resource', 'system', 'domain'];
const readsAtOnce = 4;
const mostProblemsTold = 20;

interface Place {
  id: string;
  url: string;
}

/**
 * Reads the runbooks that entities, alerting rules and alerts name: every place
 * once, however many name it, those not asked for the longest first.
 */
export function createRunbooksTask(options: {
  alerts: EntityAlerts;
  clock: Clock;
  documents: DocumentStore;
  entities: EntityStore;
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  due: Due;
  /** Look for what is to be read this often; at every turn while there is nothing. */
  everySeconds: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
  urlReader: UrlReaderService;
}): IngestTask {
  const { clock, documents, urlReader } = options;

  async function readOne(
    { id, url }: Place,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const read = await readDocument(urlReader, { url, etag, signal });
    const document = { id, url, at: clock() };
    switch (read.kind) {
      case 'text':
        return documents.recordRead(
          { ...document, etag: read.etag },
          parseRunbook(read.text),
        );
      case 'not_modified':
        return documents.recordUnchanged(id, document.at);
      case 'unreadable':
        return documents.recordFailure({ ...document, error: read.error });
      default:
        return documents.recordRefusal(document, read.kind);
    }
  }

  return {
    name: runbooksTaskName,
    schedule: options.schedule,
    async run(signal) {
      if (!(await options.due(runbooksTaskName, options.everySeconds))) {
        return 'skipped';
      }
      const places = await findPlaces(options);
      if (!places) {
        return 'skipped';
      }
      const checks = await documents.listChecks();
      const limit = limiter(readsAtOnce);
      await Promise.all(
        dueAt(clock().getTime(), places, checks).map(place =>
          limit(async () => {
            signal.throwIfAborted();
            await readOne(place, checks.get(place.id)?.etag, signal);
          }),
        ),
      );
      const wanted = new Set(places.map(({ id }) => id));
      await documents.remove([...checks.keys()].filter(id => !wanted.has(id)));
      const failing = await documents.listFailing(mostProblemsTold);
      return { problems: failing.map(unreadable) };
    },
  };
}

function unreadable({ url, error }: { url: string; error: string }): Problem {
  return {
    code: 'runbook_unreadable',
    severity: 'warning',
    message: `${url} could not be read: ${error}`,
    params: { url },
  };
}

/** Nothing while the entities themselves were not read yet. */
async function findPlaces(options: {
  alerts: EntityAlerts;
  entities: EntityStore;
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
}): Promise<Place[] | undefined> {
  const { alerts, entities, integrations } = options;
  const records = await entities.listByKind(kindsWithRunbooks);
  if (records.length === 0) {
    return undefined;
  }
  // Ancestors are among the records themselves.
  const named = records.flatMap(
    ({ entity }) => findRunbooks([entity], [], integrations).runbooks,
  );
  const alerted = (await alerts.runbookUrls()).flatMap(runbookUrl => {
    const url = readableRunbookUrl(runbookUrl);
    return url ? [{ url, location: normaliseRunbookLocation(url) }] : [];
  });
  const places = new Map<string, Place>();
  for (const { location, url } of [...named, ...alerted]) {
    const id = runbookId(location);
    if (!places.has(id)) places.set(id, { id, url });
  }
  return [...places.values()];
}

function dueAt(
  now: number,
  places: Place[],
  checks: ReadonlyMap<string, { checkedAt: string }>,
): Place[] {
  const checkedAt = ({ id }: Place) => checks.get(id)?.checkedAt ?? '';
  return places
    .filter(place =>
      isOlderThan(Date.parse(checkedAt(place)) || 0, readAgainAfterMs, now),
    )
    .sort((a, b) => checkedAt(a).localeCompare(checkedAt(b)));
}
