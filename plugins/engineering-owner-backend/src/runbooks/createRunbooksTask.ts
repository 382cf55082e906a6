import {
  LoggerService,
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
import { IngestTask } from '../ingest/IngestTask';
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
  logger: LoggerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  urlReader: UrlReaderService;
}): IngestTask {
  const { clock, documents, urlReader, logger } = options;

  async function readOne(
    { id, url }: Place,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<Problem | undefined> {
    const read = await readDocument(urlReader, { url, etag, signal });
    const document = { id, url, at: clock() };
    switch (read.kind) {
      case 'text':
        await documents.recordRead(
          { ...document, etag: read.etag },
          parseRunbook(read.text),
        );
        return undefined;
      case 'not_modified':
        await documents.recordUnchanged(id, document.at);
        return undefined;
      case 'unreadable':
        logger.debug(`Runbook ${url} could not be read: ${read.error}`);
        await documents.recordFailure(document);
        return {
          code: 'runbook_unreadable',
          severity: 'warning',
          message: `${url} could not be read: ${read.error.slice(0, 300)}`,
          params: { url },
        };
      default:
        await documents.recordRefusal(document, read.kind);
        return undefined;
    }
  }

  return {
    name: runbooksTaskName,
    schedule: options.schedule,
    async run(signal) {
      const places = await findPlaces(options);
      if (!places) {
        return 'skipped';
      }
      const checks = await documents.listChecks();
      const due = dueAt(clock().getTime(), places, checks);
      const limit = limiter(readsAtOnce);
      const problems = await Promise.all(
        due.map(place =>
          limit(async () => {
            signal.throwIfAborted();
            return readOne(place, checks.get(place.id)?.etag, signal);
          }),
        ),
      );
      const wanted = new Set(places.map(({ id }) => id));
      await documents.remove([...checks.keys()].filter(id => !wanted.has(id)));
      return {
        problems: problems
          .filter(problem => problem !== undefined)
          .slice(0, mostProblemsTold),
      };
    },
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
    .filter(
      place => now - (Date.parse(checkedAt(place)) || 0) >= readAgainAfterMs,
    )
    .sort((a, b) => checkedAt(a).localeCompare(checkedAt(b)));
}
