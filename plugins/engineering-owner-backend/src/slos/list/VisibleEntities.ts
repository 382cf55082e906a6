import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import pLimit from 'p-limit';
import { Clock } from '../../ingest/clock';
import { EntityFilter } from './listQuery';
import { VisibleRefs } from './VisibleRefs';

/** Readings of the catalog for one caller at the same time, and waiting for that. */
const mostAtOnce = 2;
const mostWaiting = 10;

/** Answered with 429. */
export class TooManyListsError extends Error {
  readonly statusCode = 429;
  override readonly name = 'TooManyListsError';
}

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
  readonly #answers: VisibleRefs;
  /** Of callers for whom the catalog is being read. */
  readonly #turns = new Map<string, { limit: pLimit.Limit; taken: number }>();

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    clock: Clock;
  }) {
    this.#options = options;
    this.#answers = new VisibleRefs(options);
  }

  /**
   * Undefined: all entities there are.
   *
   * @throws TooManyListsError
   */
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
    const caller = JSON.stringify(credentials.principal);
    return this.#answers.get(JSON.stringify([caller, filters]), () =>
      this.#inTurn(caller, () => this.#read(credentials, filters)),
    );
  }

  /** A caller with many filters shares the catalog with all others. */
  async #inTurn<T>(caller: string, read: () => Promise<T>): Promise<T> {
    const turns = this.#turns.get(caller) ?? {
      limit: pLimit(mostAtOnce),
      taken: 0,
    };
    if (turns.taken >= mostAtOnce + mostWaiting) {
      throw new TooManyListsError(
        'Too many lists of yours are being read; try again in a moment',
      );
    }
    this.#turns.set(caller, turns);
    turns.taken += 1;
    try {
      return await turns.limit(read);
    } finally {
      turns.taken -= 1;
      if (turns.taken === 0) {
        this.#turns.delete(caller);
      }
    }
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
