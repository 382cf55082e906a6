import { createHash } from 'node:crypto';
import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_SLI_SELECTOR,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import { describeFailure } from '../ingest/describeFailure';
import { Due } from '../ingest/due';
import { giveWay } from '../ingest/giveWay';
import { IngestTask } from '../ingest/IngestTask';
import { CompiledTemplate } from './CompiledTemplate';
import { DefinitionStore } from './DefinitionStore';
import { matchTemplate, SloMember } from './matchTemplate';
import { mergeMembers } from './mergeMembers';
import { refuseAmbiguous } from './refuseAmbiguous';
import { SloTemplate } from './SloTemplate';

/** Name of the task that finds out which entities have which SLOs. */
export const membersTaskName = 'slos.members';

/** A few pages of the catalog: cheap enough for a new entity to show soon. */
const everySeconds = 60;

/** The SLOs that documents give entities. */
export interface DocumentMembers {
  /** Differs from before when any of them changed. */
  getStamp(): Promise<string>;
  listMembers(): Promise<SloMember[]>;
}

/**
 * Finds out which entities the templates cover, every minute, and puts what
 * documents say beside them: readings then need nothing from the catalog.
 */
export function createMembersTask(options: {
  auth: AuthService;
  catalog: CatalogService;
  due: Due;
  definitions: DefinitionStore;
  documents: DocumentMembers;
  templates: CompiledTemplate[];
  /** Tasks that read what was found. */
  wake: string[];
}): IngestTask {
  const { auth, catalog, due, definitions, documents, templates, wake } =
    options;
  /** Of the documents that are in the definitions already. */
  let merged: string | undefined;

  /** Of templates that cover the same entities: those are read once. */
  async function readPages(
    sharing: readonly CompiledTemplate[],
    signal: AbortSignal,
  ): Promise<Entity[][]> {
    const credentials = await auth.getOwnServiceCredentials();
    const pages: Entity[][] = [];
    const stream = catalog.streamEntities(
      {
        query: sharing[0].template.filter,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          `metadata.annotations.${ANNOTATION_SLI_SELECTOR}`,
          ...new Set(
            sharing.map(({ template }) => fieldOf(template.entityValue)),
          ),
        ],
        pageSize: 500,
      },
      { credentials },
    );
    for await (const page of stream) {
      signal.throwIfAborted();
      pages.push(page);
    }
    return pages;
  }

  return {
    name: membersTaskName,
    schedule: { frequency: { seconds: 20 }, timeout: { minutes: 2 } },
    async run(signal) {
      const stamp = await documents.getStamp();
      const isDue = await due(membersTaskName, everySeconds);
      if (!isDue && stamp === merged) {
        return 'skipped';
      }
      const found: Covered[] = [];
      const matched: string[] = [];
      const kept: string[] = [];
      const problems: Problem[] = [];
      for (const sharing of byFilter(templates)) {
        const names = sharing.map(({ template }) => template.name);
        try {
          found.push({ sharing, pages: await readPages(sharing, signal) });
          matched.push(...names);
        } catch (error) {
          signal.throwIfAborted();
          kept.push(...names);
          problems.push(
            ...sharing.map(({ template }) => notRead(template, error)),
          );
        }
      }
      const digest = problems.length ? undefined : digestOf(stamp, found);
      if (digest !== undefined && (await definitions.isMadeFrom(digest))) {
        merged = stamp;
        return { problems, wake: [] };
      }
      const members = await matchAll(found);
      const ofDocuments = await documents.listMembers();
      if (problems.length && matched.length === 0 && !ofDocuments.length) {
        throw new Error(problems[0].message);
      }
      // A catalog that starts anew is empty for a while: what was matched, and
      // what its alerts were at, stays. Tried again at the next turn.
      const nothing = members.length === 0 && templates.length > 0;
      const { added } = await definitions.replace({
        matched: nothing ? [] : matched,
        kept: nothing ? templates.map(({ template }) => template.name) : kept,
        members: mergeMembers([...refuseAmbiguous(members), ...ofDocuments])
          .members,
        digest: nothing ? undefined : digest,
      });
      merged = stamp;
      if (nothing && problems.length === 0 && ofDocuments.length === 0) {
        return 'skipped';
      }
      return { problems, wake: added > 0 ? wake : [] };
    },
  };
}

/** What templates of one filter cover. */
interface Covered {
  sharing: CompiledTemplate[];
  /** Of entities, with the fields that matter. */
  pages: Entity[][];
}

/** Differs when any of what definitions are made from does, or its order. */
function digestOf(stamp: string, found: readonly Covered[]): string {
  const hash = createHash('sha256').update(stamp);
  for (const page of found.flatMap(({ pages }) => pages)) {
    hash.update(JSON.stringify(page));
  }
  return hash.digest('hex');
}

async function matchAll(found: readonly Covered[]): Promise<SloMember[]> {
  const members: SloMember[] = [];
  for (const { sharing, pages } of found) {
    for (const page of pages) {
      for (const entity of page) {
        members.push(
          ...sharing.map(compiled => matchTemplate(compiled, entity)),
        );
      }
      await giveWay();
    }
  }
  return members;
}

/** Templates that have the same filter, together. */
function byFilter(
  templates: readonly CompiledTemplate[],
): CompiledTemplate[][] {
  const filters = new Map<string, CompiledTemplate[]>();
  for (const compiled of templates) {
    const key = JSON.stringify(compiled.template.filter);
    filters.set(key, [...(filters.get(key) ?? []), compiled]);
  }
  return [...filters.values()];
}

function notRead({ name, place }: SloTemplate, error: unknown): Problem {
  return {
    code: 'template_match_failed',
    severity: 'error',
    message: `The entities of the template "${name}" (${place}.filter) could not be read from the catalog: ${describeFailure(
      error,
    )}`,
    params: { template: name, place },
  };
}

/** The catalog selects by field; two parts of a path are fine enough for it. */
function fieldOf(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}
