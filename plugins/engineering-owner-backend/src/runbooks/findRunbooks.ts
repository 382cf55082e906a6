import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  inheritRoles,
  LocatedRunbook,
  MergedRunbook,
  mergeRunbooks,
  parseRoles,
  RunbookReference,
} from '@engineering-owner/backstage-plugin-common';
import { resolveAgainstSource } from '../entities/resolveAgainstSource';
import { readableRunbookUrl } from './alertRunbook';

/** The runbooks of an entity, and the references that lead nowhere. */
export interface FoundRunbooks {
  runbooks: MergedRunbook[];
  unresolved: RunbookReference[];
}

/**
 * Finds the runbooks that an entity, those it inherits from and its alerts and
 * alerting rules name. Needs no I/O.
 *
 * @param line - the entity and its ancestors, nearest first
 */
export function findRunbooks(
  line: readonly Entity[],
  alerts: ReadonlyArray<{ name: string; runbookUrl?: string }>,
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>,
): FoundRunbooks {
  const found: LocatedRunbook[] = [];
  const unresolved: RunbookReference[] = [];
  for (const reference of referencesOf(line)) {
    const declaring = line.find(
      entity => stringifyEntityRef(entity) === reference.origin.entityRef,
    );
    const url =
      declaring &&
      resolveAgainstSource(declaring, reference.location, integrations);
    if (url) {
      found.push({ url, origin: reference.origin });
    } else {
      unresolved.push(reference);
    }
  }
  for (const { name, runbookUrl } of alerts) {
    const url = readableRunbookUrl(runbookUrl);
    if (url) {
      found.push({ url, origin: { kind: 'alert_rule', alert: name } });
    }
  }
  return { runbooks: mergeRunbooks(found), unresolved };
}

function referencesOf(line: readonly Entity[]): RunbookReference[] {
  const [own, ...ancestors] = line.map(parseRoles);
  return own ? inheritRoles(own, ancestors).runbooks : [];
}
