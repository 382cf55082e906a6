import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Clock } from '../../ingest/clock';
import { EntityFilter } from './listQuery';

/** What a caller may see is asked for again after so long. */
const keptMilliseconds = 60_000;
/** Answers kept at a time; the oldest go. */
const mostAnswers = 200;

/**
 * Which entities a caller may read, of all or of those a filter selects. The
 * catalog decides, asked as the caller.
 */
export class VisibleEntities {
  readonly #options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    clock: Clock;
  };
  readonly #answers = new Map<
    string,
    { at: number; refs: Promise<string[]> }
  >();

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    clock: Clock;
  }) {
    this.#options = options;
  }

  /** Undefined: all entities there are. */
  async list(
    credentials: BackstageCredentials,
    filters: EntityFilter[] | undefined,
  ): Promise<string[] | undefined> {
    const [{ result }] = await this.#options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (result === AuthorizeResult.DENY) {
      return [];
    }
    if (result === AuthorizeResult.ALLOW && !filters) {
      return undefined;
    }
    return this.#ask(credentials, filters);
  }

  #ask(
    credentials: BackstageCredentials,
    filters: EntityFilter[] | undefined,
  ): Promise<string[]> {
    const key = JSON.stringify([credentials.principal, filters]);
    const now = this.#options.clock().getTime();
    const known = this.#answers.get(key);
    if (known && Math.abs(now - known.at) < keptMilliseconds) {
      return known.refs;
    }
    const refs = this.#read(credentials, filters);
    this.#answers.delete(key);
    this.#answers.set(key, { at: now, refs });
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= mostAnswers) {
        break;
      }
      this.#answers.delete(oldest);
    }
    refs.catch(() => this.#answers.delete(key));
    return refs;
  }

  async #read(
    credentials: BackstageCredentials,
    filters: EntityFilter[] | undefined,
  ): Promise<string[]> {
    const refs: string[] = [];
    const pages = this.#options.catalog.streamEntities(
      {
        ...(filters && { filter: filters }),
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        pageSize: 1000,
      },
      { credentials },
    );
    for await (const page of pages) {
      refs.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }
}
