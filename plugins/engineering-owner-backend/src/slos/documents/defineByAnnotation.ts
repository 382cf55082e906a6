import {
  ANNOTATION_SLOS,
  LONGEST_OPENSLO_TEXT,
  OpenSloSource,
  parseOpenSlo,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import { FoundText } from '../../documents/findTexts';
import { defineSlos, refuseTakenNames } from './defineSlos';
import { DocumentSet } from './DocumentSetStore';
import { DocumentPlace } from './findPlaces';
import { limitProblems } from './limitProblems';
import { PlaceStatus } from './PlaceStore';
import { toProblem } from './toProblem';

/** Of one entity, over all its places. */
const mostFiles = 50;

/** A place with what was read of it. */
export interface ReadPlace {
  place: DocumentPlace;
  status?: PlaceStatus;
  files: FoundText[];
}

/** What the documents that an entity names come to. Asks nobody. */
export function defineByAnnotation(
  entityRef: string,
  read: ReadPlace[],
  declared: Problem[],
): DocumentSet {
  const problems: Problem[] = [
    ...declared,
    ...read.flatMap(each => placeProblem(entityRef, each) ?? []),
  ];
  const sources: OpenSloSource[] = [];
  const urls = new Map<string, string>();
  const files = read.flatMap(({ place, files: own }) =>
    own.map(file => ({ ...file, name: nameOf(place, file.url) })),
  );
  const once = [...new Map(files.map(file => [file.url, file])).values()];
  if (once.length > mostFiles) {
    problems.push({
      code: 'slo_documents_too_many',
      severity: 'warning',
      message: `${entityRef} names ${once.length} files in ${ANNOTATION_SLOS}; the first ${mostFiles} are read`,
      params: { entityRef, files: once.length },
    });
  }
  for (const { name, url, text } of once.slice(0, mostFiles)) {
    urls.set(name, url);
    if (text === undefined) {
      problems.push({
        code: 'slo_document_too_large',
        severity: 'error',
        message: `${name} is larger than ${LONGEST_OPENSLO_TEXT} characters and not read; split it`,
        params: { file: name },
      });
      continue;
    }
    const parsed = parseOpenSlo(text, { file: name });
    sources.push(...parsed.sources);
    problems.push(...parsed.problems.map(toProblem));
    if (parsed.sources.length === 0 && parsed.problems.length === 0) {
      problems.push({
        code: 'slo_document_empty',
        severity: 'warning',
        message: `${name} holds no document; expected OpenSLO, apiVersion: openslo/v1`,
        params: { file: name },
      });
    }
  }
  const defined = defineSlos(sources, ({ document }) => {
    const { file = '', name } = document;
    const line = document.locate?.([])?.line;
    const url = urls.get(file);
    return {
      type: 'document',
      name,
      place: line === undefined ? file : `${file}:${line}`,
      ...(url && /^https?:/.test(url) && { url }),
      ...(line !== undefined && { line }),
    };
  });
  const named = refuseTakenNames(
    defined.definitions.map(({ definition }) => definition),
  );
  return {
    entityRef,
    origin: 'annotation',
    definitions: named.definitions,
    problems: limitProblems(entityRef, [
      ...problems,
      ...defined.problems.map(({ problem }) => problem),
      ...named.problems,
    ]),
  };
}

/** As the annotation says it; what a pattern found, with the pattern's folder. */
function nameOf({ url, written, isPattern }: DocumentPlace, file: string) {
  if (!isPattern) {
    return written;
  }
  const folder = url.slice(0, url.lastIndexOf('/', url.indexOf('*')) + 1);
  const prefix = written.slice(
    0,
    written.lastIndexOf('/', written.indexOf('*')) + 1,
  );
  return folder && file.startsWith(folder)
    ? `${prefix}${decode(file.slice(folder.length))}`
    : file;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function placeProblem(
  entityRef: string,
  { place, status, files }: ReadPlace,
): Problem | undefined {
  const { written, url, isPattern } = place;
  const where = `${written} in ${ANNOTATION_SLOS} of ${entityRef}`;
  const problem = (
    code: string,
    message: string,
    severity: Problem['severity'] = 'error',
  ): Problem => ({
    code,
    severity,
    message,
    params: { location: written, url },
  });
  if (!status) {
    return problem(
      'slo_document_pending',
      `${where} has not been read yet`,
      'warning',
    );
  }
  if (status.failingSince) {
    return status.outcome === 'unreadable'
      ? problem(
          'slo_document_unreadable',
          `${where} could not be read: ${status.lastError}`,
        )
      : problem(
          'slo_document_unreadable',
          `${where} could not be read since ${status.failingSince}, what was read before is used: ${status.lastError}`,
          'warning',
        );
  }
  switch (status.outcome) {
    case 'not_found':
      return problem(
        'slo_document_missing',
        `${where} does not exist (${url}); write a path relative to the file that the entity is from`,
      );
    case 'not_allowed':
      return problem(
        'slo_document_not_allowed',
        `${where} may not be read by this portal (${url}); hosts are allowed by backend.reading.allow or an integration`,
      );
    case 'truncated':
      return problem(
        'slo_documents_too_many',
        `${where} matches more than ${files.length} files; the first ${files.length} are read`,
        'warning',
      );
    default:
      return isPattern && files.length === 0
        ? problem(
            'slo_document_missing',
            `${where} matches no file (${url}); write a pattern relative to the file that the entity is from`,
          )
        : undefined;
  }
}
