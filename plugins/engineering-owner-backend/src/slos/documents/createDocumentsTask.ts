import { createHash } from 'node:crypto';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ANNOTATION_SLOS,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import limiter from 'p-limit';
import { EntityRecord } from '../../entities/EntityRecord';
import { EntityStore } from '../../entities/EntityStore';
import { Clock } from '../../ingest/clock';
import { Due } from '../../ingest/due';
import { IngestTask } from '../../ingest/IngestTask';
import { isOlderThan } from '../../ingest/isOlderThan';
import { defineByAnnotation } from './defineByAnnotation';
import { defineByCatalog, measuredKinds } from './defineByCatalog';
import { DocumentSet, DocumentSetStore } from './DocumentSetStore';
import { DocumentPlace, findPlaces } from './findPlaces';
import { PlaceStatus, PlaceStore } from './PlaceStore';
import { readPlace } from './readPlace';

/** Name of the task that reads documents. */
export const documentsTaskName = 'slos.documents';

const everySeconds = 60;

/** A place nobody knew before is read at the next run, others this often. */
const readAgainAfterMs = 5 * 60_000;

/**
 * Hosts that do not answer must not keep what others said from being used: no
 * place is begun after so long, well before the task is cut off.
 */
const readForMs = 3 * 60_000;

const kindsWithDocuments = ['component', 'api', 'resource', 'system', 'domain'];
const readsAtOnce = 4;
const mostProblemsTold = 20;

/** Counted up when the same documents come to something else. */
const rulesVersion = 1;

interface Named {
  entityRef: string;
  places: DocumentPlace[];
  problems: Problem[];
}

/**
 * Reads the documents that entities name: every place once, however many name
 * it. Then works out what they, and those that are entities themselves, come to.
 */
export function createDocumentsTask(options: {
  clock: Clock;
  due: Due;
  entities: EntityStore;
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  places: PlaceStore;
  sets: DocumentSetStore;
  urlReader: UrlReaderService;
  /** Tasks that take over what changed. */
  wake: string[];
}): IngestTask {
  const { clock, due, entities, integrations, places, sets, urlReader } =
    options;

  async function readPlaces(named: Named[], signal: AbortSignal) {
    const wanted = new Map(
      named.flatMap(each => each.places.map(place => [place.id, place])),
    );
    const known = await places.listStatus();
    const now = clock();
    const checkedAt = ({ id }: DocumentPlace) => known.get(id)?.checkedAt ?? '';
    const dueNow = [...wanted.values()]
      .filter(place =>
        isOlderThan(Date.parse(checkedAt(place)) || 0, readAgainAfterMs, now),
      )
      .sort((a, b) => checkedAt(a).localeCompare(checkedAt(b)));
    const limit = limiter(readsAtOnce);
    await Promise.all(
      dueNow.map(place =>
        limit(async () => {
          signal.throwIfAborted();
          if (clock().getTime() - now.getTime() >= readForMs) {
            return;
          }
          await readPlace(place, known.get(place.id), {
            at: clock(),
            places,
            urlReader,
            signal,
          });
        }),
      ),
    );
    await places.remove([...known.keys()].filter(id => !wanted.has(id)));
    return places.listStatus();
  }

  async function defineNamed(
    named: Named[],
    status: ReadonlyMap<string, PlaceStatus>,
  ): Promise<boolean> {
    const before = await sets.listInputs('annotation');
    const inputs = new Map(
      named.map(each => [each.entityRef, inputOf(each, status)]),
    );
    const isSame = ({ entityRef }: Named) =>
      before.get(entityRef) === inputs.get(entityRef);
    const changed: Array<DocumentSet & { input: string }> = [];
    for (const each of named.filter(one => !isSame(one))) {
      const files = await places.getFiles(each.places.map(({ id }) => id));
      const read = each.places.map(place => ({
        place,
        status: status.get(place.id),
        files: files.get(place.id) ?? [],
      }));
      changed.push({
        ...defineByAnnotation(each.entityRef, read, each.problems),
        input: inputs.get(each.entityRef) ?? '',
      });
    }
    return sets.replace('annotation', {
      sets: changed,
      unchanged: named.filter(isSame).map(({ entityRef }) => entityRef),
      at: clock(),
    });
  }

  async function defineCatalog(known: ReadonlySet<string>): Promise<boolean> {
    const records = await entities.listByKind(measuredKinds);
    const found = defineByCatalog(
      records.map(({ entity }) => entity),
      ref => known.has(ref),
    );
    return sets.replace('catalog', {
      sets: found.map(set => ({ ...set, input: '' })),
      unchanged: [],
      at: clock(),
    });
  }

  return {
    name: documentsTaskName,
    schedule: { frequency: { seconds: 15 }, timeout: { minutes: 5 } },
    async run(signal) {
      if (!(await due(documentsTaskName, everySeconds))) {
        return 'skipped';
      }
      const records = await entities.listByKind(kindsWithDocuments);
      // Nothing while the entities themselves were not read yet.
      if (records.length === 0) {
        return 'skipped';
      }
      const named = records.flatMap(record => namedBy(record, integrations));
      const status = await readPlaces(named, signal);
      const changed = [
        await defineNamed(named, status),
        await defineCatalog(new Set(records.map(({ entityRef }) => entityRef))),
      ].some(Boolean);
      return {
        problems: unreadable(named, status),
        wake: changed ? options.wake : [],
      };
    },
  };
}

function namedBy(
  { entityRef, entity }: EntityRecord,
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>,
): Named[] {
  return entity.metadata.annotations?.[ANNOTATION_SLOS] === undefined
    ? []
    : [{ entityRef, ...findPlaces(entity, integrations) }];
}

/** All that the set of an entity is made from. */
function inputOf(
  { places, problems }: Named,
  status: ReadonlyMap<string, PlaceStatus>,
): string {
  const parts = places.map(({ url, written, id }) => {
    const known = status.get(id);
    return [
      url,
      written,
      known?.outcome,
      known?.hash,
      known?.failingSince,
      known?.failingSince && known.lastError,
    ];
  });
  return createHash('sha256')
    .update(JSON.stringify([rulesVersion, parts, problems]))
    .digest('hex');
}

/** Of hosts that do not answer; what else is wrong shows on the entity. */
function unreadable(
  named: Named[],
  status: ReadonlyMap<string, PlaceStatus>,
): Problem[] {
  const urls = new Map(
    named.flatMap(({ places }) => places.map(({ id, url }) => [id, url])),
  );
  return [...urls]
    .flatMap(([id, url]): Problem[] => {
      const known = status.get(id);
      return known?.failingSince
        ? [
            {
              code: 'slo_document_unreadable',
              severity: 'warning',
              message: `${url} could not be read: ${known.lastError}`,
              params: { url },
            },
          ]
        : [];
    })
    .slice(0, mostProblemsTold);
}
