import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Due } from '../ingest/due';
import { IngestTask } from '../ingest/IngestTask';
import { CompiledTemplate } from './CompiledTemplate';
import { DefinitionStore } from './DefinitionStore';
import { matchTemplate, SloMember } from './matchTemplate';
import { refuseAmbiguous } from './refuseAmbiguous';

const membersTaskName = 'slos.members';

/** A few pages of the catalog: cheap enough for a new entity to show soon. */
const everySeconds = 60;

/**
 * Finds out which entities the templates cover, every minute: readings
 * then need nothing from the catalog.
 */
export function createMembersTask(options: {
  auth: AuthService;
  catalog: CatalogService;
  due: Due;
  definitions: DefinitionStore;
  templates: CompiledTemplate[];
  /** Tasks that read what was found. */
  wake: string[];
}): IngestTask {
  const { auth, catalog, due, definitions, templates, wake } = options;

  async function readMembers(compiled: CompiledTemplate, signal: AbortSignal) {
    const { template } = compiled;
    const credentials = await auth.getOwnServiceCredentials();
    const members: SloMember[] = [];
    const pages = catalog.streamEntities(
      {
        query: template.filter,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          fieldOf(template.entityValue),
        ],
        pageSize: 500,
      },
      { credentials },
    );
    for await (const page of pages) {
      signal.throwIfAborted();
      members.push(...page.map(entity => matchTemplate(compiled, entity)));
    }
    return members;
  }

  return {
    name: membersTaskName,
    schedule: { frequency: { seconds: 20 }, timeout: { minutes: 2 } },
    async run(signal) {
      if (!(await due(membersTaskName, everySeconds))) {
        return 'skipped';
      }
      const members: SloMember[] = [];
      const matched: string[] = [];
      const kept: string[] = [];
      const problems: Problem[] = [];
      for (const compiled of templates) {
        const { name, place } = compiled.template;
        try {
          members.push(...(await readMembers(compiled, signal)));
          matched.push(name);
        } catch (error) {
          signal.throwIfAborted();
          kept.push(name);
          problems.push({
            code: 'template_match_failed',
            severity: 'error',
            message: `The entities of the template "${name}" (${place}.filter) could not be read from the catalog: ${
              error instanceof Error ? error.message : error
            }`,
            params: { template: name, place },
          });
        }
      }
      if (problems.length && matched.length === 0) {
        throw new Error(problems[0].message);
      }
      // A catalog that starts anew is empty for a while: what was matched, and
      // what its alerts were at, stays. Tried again at the next turn.
      const nothing = members.length === 0 && templates.length > 0;
      const { added } = await definitions.replace({
        matched: nothing ? [] : matched,
        kept: nothing ? templates.map(({ template }) => template.name) : kept,
        members: refuseAmbiguous(members),
      });
      if (nothing && problems.length === 0) {
        return 'skipped';
      }
      return { problems, wake: added > 0 ? wake : [] };
    },
  };
}

/** The catalog selects by field; two parts of a path are fine enough for it. */
function fieldOf(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}
