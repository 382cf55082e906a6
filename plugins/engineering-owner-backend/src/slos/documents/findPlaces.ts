import { createHash } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ANNOTATION_SLOS,
  parseRoles,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import { resolveAgainstSource } from '../../entities/resolveAgainstSource';
import { expandBraces } from './expandBraces';

/** Where documents of an entity are to be found. */
export interface DocumentPlace {
  id: string;
  /** Address, or a pattern with `*`. */
  url: string;
  isPattern: boolean;
  /** As the annotation says it. */
  written: string;
}

const mostPlaces = 20;

/** The places an entity names, and what is wrong with them. Asks nobody. */
export function findPlaces(
  entity: Entity,
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>,
): { places: DocumentPlace[]; problems: Problem[] } {
  if (entity.metadata.annotations?.[ANNOTATION_SLOS] === undefined) {
    return { places: [], problems: [] };
  }
  const { slos, problems: declared } = parseRoles(entity);
  const problems: Problem[] = declared.filter(
    ({ params }) =>
      'annotation' in params && params.annotation === ANNOTATION_SLOS,
  );
  const entityRef = stringifyEntityRef(entity);
  const locations = slos.flatMap(expandBraces);
  if (locations.length > mostPlaces) {
    problems.push({
      code: 'slo_documents_too_many',
      severity: 'warning',
      message: `${entityRef} names ${locations.length} places in ${ANNOTATION_SLOS}; the first ${mostPlaces} are read. A pattern such as slos/*.yaml is one place`,
      params: { entityRef, places: locations.length },
    });
  }
  const places: DocumentPlace[] = [];
  for (const written of locations.slice(0, mostPlaces)) {
    const url = resolveAgainstSource(entity, written, integrations);
    if (url === undefined) {
      problems.push({
        code: 'slo_document_unresolved',
        severity: 'error',
        message: `${written} in ${ANNOTATION_SLOS} of ${entityRef} leads to no address; write an http(s) address, or a path relative to the file that the entity is from`,
        params: { entityRef, location: written },
      });
    } else {
      const isPattern = new URL(url).pathname.includes('*');
      places.push({ id: idOf(url), url, isPattern, written });
    }
  }
  return { places, problems };
}

function idOf(url: string): string {
  return createHash('sha256').update(url).digest('hex').slice(0, 32);
}
